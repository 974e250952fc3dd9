using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features.Notifications;

/// <summary>Tells who started an import that it is over.</summary>
internal sealed class TellOfJobs(PlatformDb db, Notifying notifying) : Notifier<JobEnded>(db, notifying)
{
    public static readonly NotificationKind Imported = new(
        "IMPORT_ENDED",
        a => a["status"] switch
        {
            nameof(JobStatus.Done) when a["end"] == Checked => new("Your import was checked", "导入检查已完成"),
            nameof(JobStatus.Done) when a["end"] == Refused => new("Your import was not written", "导入未写入"),
            nameof(JobStatus.Done) => new("Your import is done", "导入已完成"),
            nameof(JobStatus.Cancelled) => new("Your import was cancelled", "导入已取消"),
            _ => new("Your import failed", "导入失败"),
        },
        a => a["status"] == nameof(JobStatus.Done)
            ? a["end"].Length > 0
                ? new($"Nothing was written: {a["created"]} would be added, {a["updated"]} changed, {a["rejected"]} rows refused.", $"未写入任何内容：将新增 {a["created"]} 条，更新 {a["updated"]} 条，拒绝 {a["rejected"]} 行。")
                : new($"{a["created"]} added, {a["updated"]} changed, {a["rejected"]} rows refused.", $"新增 {a["created"]} 条，更新 {a["updated"]} 条，拒绝 {a["rejected"]} 行。")
            : a.AsItIs("error"));

    /// <summary>How an import ended that wrote nothing: one that did has none.</summary>
    private const string Checked = "checked";
    private const string Refused = "refused";

    private readonly PlatformDb _db = db;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(JobEnded @event, CancellationToken cancellationToken)
    {
        var job = await _db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == @event.JobId.Value, cancellationToken);
        if (job is not { Kind: "importRecords" })
            return [];
        var arguments = new Dictionary<string, string> { ["status"] = job.Status.ToString(), ["error"] = job.Error ?? string.Empty };
        if (job.Outcome is { } outcome && JsonSerializer.Deserialize<ImportOutcome>(outcome) is { } imported)
        {
            foreach (var (name, count) in new[] { ("created", imported.Created), ("updated", imported.Updated), ("rejected", imported.RejectedCount) })
                arguments[name] = count.ToString(CultureInfo.InvariantCulture);
            arguments["end"] = imported switch { { DryRun: true } => Checked, { Written: false } => Refused, _ => string.Empty };
        }
        return [new(Imported, [@event.OwnerId], "Job", job.Id, arguments)];
    }
}
