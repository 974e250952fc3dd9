using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Planning;
using Objectives.Contracts.Platform;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>One mutation imports what the modules say can be imported: here the file is opened, and either done at once or handed to a job.</summary>
internal static class ImportRecords
{
    private const int MaxMappings = 200;

    private static readonly IReadOnlyDictionary<string, TableOpener> Tables = new Dictionary<string, TableOpener> { ["CSV"] = CsvFile.OpenAsync, ["XLSX"] = XlsxFile.OpenAsync };

    public sealed record Input(string Kind, string Format, string? Content, UploadId? UploadId, IReadOnlyList<ColumnMapping>? Columns, bool DryRun, bool SkipBadRows, CycleId? CycleId);

    public sealed record Answer(Guid? JobId, ImportOutcome? Outcome, IReadOnlyList<Error> UserErrors);

    public static void Bind(ApiBuilder api)
    {
        api.Type<Answer>("ImportRecordsPayload")
            .Reference("job", "Job", a => a.JobId)
            .Field("created", a => a.Outcome?.Created ?? 0)
            .Field("updated", a => a.Outcome?.Updated ?? 0)
            .Field("unchanged", a => a.Outcome?.Unchanged ?? 0)
            .Field("rejected", a => a.Outcome?.Rejected ?? [])
            .Field("rejectedCount", a => a.Outcome?.RejectedCount ?? 0)
            .Field("passedOver", a => a.Outcome?.PassedOver ?? [])
            .Field("rows", a => a.Outcome?.Rows ?? [])
            .Field("written", a => a.Outcome?.Written ?? false);
        api.Type<ImportOutcome>("ImportResult");
        api.Type<RowFinding>("ImportRowError").Field("message", f => f.Message.ToString());
        api.Type<RowTold>("ImportedRow");
        api.Fields[("Mutation", "importRecords")] = new Resolver((_, call) => RunAsync(api, call));
    }

    private static async Task<object?> RunAsync(ApiBuilder api, FieldCall call)
    {
        Input input;
        try
        {
            input = call.Args.Input.To<Input>();
        }
        catch (BadInputException e)
        {
            return new Answer(null, null, e.Errors);
        }
        if (!api.Importables.TryGetValue(input.Kind, out var kind))
            return new Answer(null, null, [Error.Invalid("kind", new("This kind cannot be imported.", "不支持导入此类记录。"))]);
        RolePolicy.For(kind.Command).Demand(call.Call.Caller, writes: true, hasRule: false);
        try
        {
            return await RunAsync(kind, input, call);
        }
        catch (UnreadableFileException e)
        {
            return new Answer(null, null, [e.Error.Field == "content" && input.UploadId is not null ? e.Error with { Field = "uploadId" } : e.Error]);
        }
    }

    private static async Task<Answer> RunAsync(ImportKind kind, Input input, FieldCall call)
    {
        var limits = call.Services.GetRequiredService<IOptions<ImportLimits>>().Value;
        List<Error> errors = [.. Check(kind, input)];
        var source = errors.Count == 0 ? await SourceAsync(input, call, errors) : null;
        if (source is null)
            return new(null, null, errors);

        var wanted = kind.Fields.Select(f => f.Name).Concat(kind.Fields.Select(f => f.Chinese)).Concat((input.Columns ?? []).Select(c => c.Column)).Select(ColumnMap.Normal).ToHashSet();
        var open = kind.Formats.GetValueOrDefault(input.Format) ?? Tables[input.Format];
        var file = await open(source, heading => wanted.Contains(ColumnMap.Normal(heading)), limits, call.Cancellation);
        var map = ColumnMap.Create(kind.Fields, file.Header, input.Columns ?? []);
        if (!map.IsSuccess)
            return new(null, null, map.Errors);
        if (!kind.Keys.Any(map.Value.Has))
            return new(null, null, [KeyMissing(kind, file)]);

        var run = new ImportRun(kind.Name, input.Format, source.Identity, input.Columns ?? [], input.DryRun, input.SkipBadRows, input.CycleId, file, map.Value);
        if (await HasMoreRowsAsync(file, limits.RowsAtOnce, call.Cancellation))
        {
            var started = await StartImport.RunAsync(kind, run, call);
            return started.IsSuccess ? new(started.Value.Value, null, []) : new(null, null, started.Errors);
        }
        var done = await call.SendAsync(kind.Make(run));
        return done.IsSuccess ? new(null, done.Value, []) : new(null, null, done.Errors);
    }

    private static IEnumerable<Error> Check(ImportKind kind, Input input)
    {
        if (input.Format == "STRATML" && !kind.Formats.ContainsKey(input.Format))
            yield return Error.Invalid("format", new("Records of this kind are not read from StratML.", "此类记录不能从 StratML 导入。"));
        if (kind.OfCycle && input.CycleId is null)
            yield return Error.Required("cycleId");
        if (!kind.OfCycle && input.CycleId is not null)
            yield return Error.Invalid("cycleId", new("These records belong to no cycle.", "此类记录不属于任何周期。"));
        if (input.Content is null && input.UploadId is null)
            yield return Error.Required("content");
        if (input.Content is not null && input.UploadId is not null)
            yield return Error.Invalid("uploadId", new("Give either content or uploadId.", "content 与 uploadId 只能填写一项。"));
        if (input.Columns?.Count > MaxMappings)
            yield return new Error(ErrorCode.LimitExceeded, new($"At most {MaxMappings} columns.", $"最多 {MaxMappings} 列。"), "columns");
    }

    private static async Task<IFileSource?> SourceAsync(Input input, FieldCall call, List<Error> errors)
    {
        if (input.UploadId is { } id)
        {
            var upload = await call.Services.GetRequiredService<UploadStore>().FindAsync(id, call.Call.Caller.Id, call.Cancellation);
            if (upload is null)
                errors.Add(Error.NotFound("uploadId"));
            return upload;
        }
        var bytes = new byte[(input.Content!.Length / 4 * 3) + 3];
        if (Convert.TryFromBase64String(input.Content, bytes, out var length) && length > 0)
            return new SentFile(bytes[..length]);
        errors.Add(Error.Invalid("content", length == 0 && input.Content.Trim().Length == 0 ? new("The file is empty.", "文件为空。") : new("This is no base64 text.", "内容不是 base64 文本。")));
        return null;
    }

    private static async Task<bool> HasMoreRowsAsync(TableFile file, int limit, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var _ in file.RowsAsync(cancellationToken))
        {
            if (++count > limit)
                return true;
        }
        return false;
    }

    private static Error KeyMissing(ImportKind kind, TableFile file)
    {
        var (english, chinese) = (string.Join(" / ", kind.Keys), string.Join(" / ", kind.Keys.Select(k => kind.Fields.First(f => f.Name == k).Chinese)));
        var header = string.Join(", ", file.Header.Take(20));
        header = header.Length > 300 ? header[..300] + "…" : header;
        return new(
            ErrorCode.Required,
            new($"The file needs a column {english}; it has: {header}. Say in columns which column it is.", $"文件缺少“{chinese}”列，现有列：{header}。可用 columns 指明对应的列。"),
            "columns");
    }
}
