using MediatR;
using Objectives.Gateway.SignIn;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Files;

/// <summary>GET /exports/records/{id}.xlsx: a record that the caller may read as a workbook in his language; 404 where it is not, not for him, or of a kind of which there are none.</summary>
internal static class RecordEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext http, CallContext call, ApiBuilder api, IMediator mediator, string id)
    {
        if (call.SignedIn is null)
            return SignInEndpoints.SignedOut();
        IReadOnlyList<RecordSheet> sheets = GlobalId.TryDecode(id, out var type, out var key) && api.Workbooks.TryGetValue(type, out var workbook)
            ? await mediator.Send(workbook(key), http.RequestAborted)
            : [];
        if (sheets.Count == 0)
            return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [Error.NotFound("id")]);
        http.Response.Headers.CacheControl = "no-store";
        return await WorkbookResult.WriteAsync(type!.ToLowerInvariant(), file => TableWriter.WriteWorkbookAsync(file, sheets, http.RequestAborted));
    }
}
