using MediatR;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Gateway.SignIn;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Files;

/// <summary>
/// GET /exports/{kind}.{csv|xlsx}: what the caller may read, under headings in his language, as importRecords takes it in again; cycleId, unitId (with all below) and regionId
/// choose. GET /exports/template/{kind}.{csv|xlsx}: the headings alone.
/// </summary>
internal static class ExportEndpoint
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static Task<IResult> TemplateAsync(HttpContext http, CallContext call, ApiBuilder api, string kind, string format)
        => Find(call, api, kind, format, out var found) is { } refused
            ? Task.FromResult(refused)
            : SendAsync(http, found!, format, $"{kind.ToLowerInvariant()}-template", AsyncEnumerable.Empty<object?[]>());

    public static async Task<IResult> ExportAsync(
        HttpContext http, CallContext call, ApiBuilder api, IMediator mediator, string kind, string format, string? cycleId = null, string? unitId = null, string? regionId = null)
    {
        if (Find(call, api, kind, format, out var found) is { } refused)
            return refused;
        var errors = new List<Error>();
        var filter = new ExportFilter(Read<CycleId>("cycleId", cycleId, errors), Read<UnitId>("unitId", unitId, errors), Read<RegionId>("regionId", regionId, errors));
        if (found!.OfCycle && cycleId is null)
            errors.Add(Error.Required("cycleId"));
        if (errors.Count > 0)
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, errors);
        return await SendAsync(http, found, format, kind.ToLowerInvariant(), await mediator.Send(found.Export(filter), http.RequestAborted));
    }

    private static IResult? Find(CallContext call, ApiBuilder api, string kind, string format, out ImportKind? found)
    {
        found = api.Importables.GetValueOrDefault(kind.ToUpperInvariant());
        if (call.SignedIn is null)
            return SignInEndpoints.Refused(StatusCodes.Status401Unauthorized, [new Error(ErrorCode.Invalid, new("Sign in first.", "请先登录。"))]);
        if (found is null)
            return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [Error.NotFound("kind")]);
        return format is "csv" or "xlsx"
            ? null
            : SignInEndpoints.Refused(StatusCodes.Status404NotFound, [new Error(ErrorCode.Invalid, new("Choose csv or xlsx.", "请选择 csv 或 xlsx。"), "format")]);
    }

    private static async Task<IResult> SendAsync(HttpContext http, ImportKind kind, string format, string name, IAsyncEnumerable<object?[]> rows)
    {
        var headings = kind.Columns.Select(f => f.Heading.ToString()).ToList();
        http.Response.Headers.CacheControl = "no-store";
        if (format == "csv")
        {
            http.Response.ContentType = CsvType;
            http.Response.Headers.ContentDisposition = $"attachment; filename={name}.csv";
            await TableWriter.WriteCsvAsync(http.Response.Body, headings, rows, http.RequestAborted);
            return Results.Empty;
        }
        return await WorkbookResult.WriteAsync(name, file => TableWriter.WriteXlsxAsync(file, headings, rows, http.RequestAborted));
    }

    private static TId? Read<TId>(string field, string? text, List<Error> errors)
        where TId : struct, IEntityId<TId>
    {
        if (text is null)
            return null;
        if (GlobalId.TryDecode(text, out var type, out var id) && type == GlobalId.TypeNameOf(typeof(TId)))
            return TId.From(id);
        errors.Add(Error.NotFound(field));
        return null;
    }
}
