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
            nameof(JobStatus.Done) => new("Your import is done", "导入已完成"),
            nameof(JobStatus.Cancelled) => new("Your import was cancelled", "导入已取消"),
            _ => new("Your import failed", "导入失败"),
        },
        a => a["status"] == nameof(JobStatus.Done)
            ? new($"{a["created"]} added, {a["updated"]} changed, {a["rejected"]} rows refused.", $"新增 {a["created"]} 条，更新 {a["updated"]} 条，拒绝 {a["rejected"]} 行。")
            : a.AsItIs("error"));

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
        }
        return [new(Imported, [@event.OwnerId], "Job", job.Id, arguments)];
    }
}
