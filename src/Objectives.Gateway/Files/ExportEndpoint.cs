using System.Globalization;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.Options;
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
/// choose where the kind has them; objectives.stratml is the cycle's objectives in StratML. GET /exports/template/{kind}.{csv|xlsx}: the headings alone.
/// </summary>
internal static class ExportEndpoint
{
    private const string CsvType = "text/csv; charset=utf-8";

    public static Task<IResult> TemplateAsync(HttpContext http, CallContext call, ApiBuilder api, string kind, string format)
        => (Find(call, api, kind, "csv", out var found) ?? (IsTable(format) ? null : NoSuchFormat([]))) is { } refused
            ? Task.FromResult(refused)
            : SendAsync(http, format, $"{kind.ToLowerInvariant()}-template", Headings(found!), AsyncEnumerable.Empty<object?[]>(), Texts(found!));

    public static async Task<IResult> ExportAsync(
        HttpContext http, CallContext call, ApiBuilder api, IMediator mediator, string kind, string format, string? cycleId = null, string? unitId = null, string? regionId = null)
    {
        if (call.SignedIn is not null && api.ReportFiles.TryGetValue(kind, out var report))
            return IsTable(format) ? await ReportEndpoint.HandleAsync(http, report, mediator, format) : NoSuchFormat([]);
        if (Find(call, api, kind, format, out var found) is { } refused)
            return refused;
        List<Error> errors = [.. CheckArguments(http.Request.Query, found!)];
        var filter = new ExportFilter(Read<CycleId>("cycleId", cycleId, errors), Read<UnitId>("unitId", unitId, errors), Read<RegionId>("regionId", regionId, errors));
        if (found!.OfCycle && cycleId is null)
            errors.Add(Error.Required("cycleId"));
        if (errors.Count > 0)
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, errors);
        if (found.Documents.TryGetValue(format, out var document))
            return await SendAsync(http, $"{kind.ToLowerInvariant()}.{format}", await mediator.Send(document(filter), http.RequestAborted));
        return await SendAsync(http, format, kind.ToLowerInvariant(), Headings(found), await mediator.Send(found.Export(filter), http.RequestAborted), Texts(found));
    }

    private static IResult? Find(CallContext call, ApiBuilder api, string kind, string format, out ImportKind? found)
    {
        found = api.Importables.GetValueOrDefault(kind.ToUpperInvariant());
        if (call.SignedIn is null)
            return SignInEndpoints.SignedOut();
        if (found is null)
            return NoSuchKind(api);
        return IsTable(format) || found.Documents.ContainsKey(format) ? null : NoSuchFormat(found.Documents.Keys);
    }

    /// <summary>A cycle may be named for every kind: records that belong to none are the same in all.</summary>
    private static IEnumerable<Error> CheckArguments(IQueryCollection query, ImportKind kind)
    {
        List<string> known = [.. kind.OfCycle ? ["cycleId"] : Array.Empty<string>(), .. kind.NarrowedBy];
        return query.Keys.Except(known).Where(name => name != "cycleId").Select(name => Error.Invalid(name, known.Count == 0
            ? new("These records are exported as a whole, without arguments.", "此类记录只能整体导出，不接受参数。")
            : new($"This export has no '{name}'; it has {string.Join(", ", known)}.", $"此导出没有“{name}”参数，可用参数：{string.Join('、', known)}。")));
    }

    private static async Task<IResult> SendAsync(HttpContext http, string name, DocumentWriter? write)
    {
        if (write is null)
            return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [Error.NotFound("cycleId")]);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        await write(http.Response.Body, http.RequestAborted);
        return Results.Empty;
    }

    private static bool IsTable(string format) => format is "csv" or "xlsx";

    private static IResult NoSuchKind(ApiBuilder api)
    {
        var kinds = string.Join(", ", api.Importables.Keys.Select(k => k.ToLowerInvariant()).Concat(api.ReportFiles.Keys).Order(StringComparer.Ordinal));
        return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [new(ErrorCode.NotFound, new($"There is no such export; there are {kinds}.", $"没有这种导出，可用的有：{kinds}。"), "kind")]);
    }

    private static IResult NoSuchFormat(IEnumerable<string> more)
    {
        var formats = string.Join(", ", ["csv", "xlsx", .. more.Order()]);
        return SignInEndpoints.Refused(StatusCodes.Status404NotFound, [Error.Invalid("format", new($"Choose one of {formats}.", $"请选择以下格式之一：{formats}。"))]);
    }

    private static List<string> Headings(ImportKind kind) => [.. kind.Columns.Select(f => f.Heading.ToString())];

    private static Func<int, bool> Texts(ImportKind kind)
    {
        var columns = kind.Columns.ToList();
        return column => columns[column].IsText;
    }

    /// <summary>Rows are written as they are read, so that there may be any number of them; those of a workbook must fit its sheet, which is known before any of it is sent.</summary>
    public static async Task<IResult> SendAsync(HttpContext http, string format, string name, IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, Func<int, bool>? texts = null)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (format == "csv")
        {
            http.Response.ContentType = CsvType;
            http.Response.Headers.ContentDisposition = $"attachment; filename={name}.csv";
            await TableWriter.WriteCsvAsync(http.Response.Body, headings, rows, http.RequestAborted);
            return Results.Empty;
        }
        try
        {
            var most = http.RequestServices.GetRequiredService<IOptions<ExportLimits>>().Value.SheetRows;
            return await WorkbookResult.WriteAsync(name, file => TableWriter.WriteXlsxAsync(file, headings, Fitting(rows, most, http.RequestAborted), http.RequestAborted, texts));
        }
        catch (BadInputException e)
        {
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, e.Errors);
        }
    }

    private static async IAsyncEnumerable<object?[]> Fitting(IAsyncEnumerable<object?[]> rows, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = most.ToString("N0", CultureInfo.InvariantCulture);
        var count = 1; // The headings are one.
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++count > most)
                throw new BadInputException([new(ErrorCode.LimitExceeded, new($"A worksheet holds {held} rows, and this has more: take csv, or choose less.", $"工作表最多容纳 {held} 行，本文件超出此限：请改用 csv，或缩小范围。"), "format")]);
            yield return row;
        }
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
