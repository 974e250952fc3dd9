using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Platform.Data;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Import;

/// <summary>
/// Takes a file's rows into effect, a batch at a time, within the transaction of the module's command: so memory does not grow with the file, and a dry
/// run, which is the same work undone, says exactly what would happen. Rows that refer to others of the file come after them, in as many
/// passes over the file as that takes; a file that is in order needs one.
/// </summary>
public sealed class ImportEngine(CallContext call, BusinessClock clock, Recorder recorder, IOptions<ImportLimits> limits)
{
    private const int BatchSize = 1_000;

    public async Task<Result<ImportOutcome>> RunAsync(ImportCommand command, RecordImporter importer, CancellationToken cancellationToken)
    {
        var run = command.Run;
        var tally = new ImportTally(limits.Value.RowsTold);
        try
        {
            var work = new Work(command, importer, tally, await ImportPlan.ScanAsync(run, importer, tally, cancellationToken));
            importer.Db.ChangeTracker.AutoDetectChangesEnabled = false;
            importer.Write = cancellation => WriteAsync(command, importer.Db, cancellation);
            await importer.StartAsync(cancellationToken);
            await work.RunAsync(cancellationToken);
            await importer.EndAsync(cancellationToken);
        }
        catch (UnreadableFileException e)
        {
            return e.Error;
        }
        finally
        {
            importer.Db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
        var rejected = tally.Of(RowResult.Rejected);
        var written = !run.DryRun && (rejected == 0 || (run.SkipBadRows && tally.Accepted > 0));
        return tally.Outcome([.. importer.Choices, .. run.File.PassedOver(run.Map)], written, run.DryRun);
    }

    private async Task WriteAsync(ImportCommand command, ModuleDb db, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        if (command.Run.DryRun)
            await db.SaveChangesAsync(cancellationToken);
        else
            await recorder.SavePortionAsync(db, RequestNames.ActionOf(command.GetType()), call.Caller, clock.GetUtcNow(), cancellationToken);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
    }

    private sealed class Work(ImportCommand command, RecordImporter importer, ImportTally tally, ImportPlan plan)
    {
        /// <summary>What held up the rows that are to be tried again.</summary>
        private readonly Dictionary<int, IReadOnlyList<RowFinding>> _reasons = [];

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            int before;
            do
            {
                before = tally.Settled;
                await PassAsync(cancellationToken);
            }
            while (plan.Waiting > 0 && tally.Settled > before);
            if (plan.Waiting > 0)
                await RejectTheRestAsync(cancellationToken);
        }

        private async Task PassAsync(CancellationToken cancellationToken)
        {
            var batch = new List<(int At, ImportRow Row)>(BatchSize);
            var at = -1;
            await foreach (var row in command.Run.RowsAsync(cancellationToken))
            {
                if (!plan.TryTake(++at))
                    continue;
                batch.Add((at, row));
                if (batch.Count == BatchSize)
                    await SettleAsync(batch, cancellationToken);
            }
            if (batch.Count > 0)
                await SettleAsync(batch, cancellationToken);
        }

        private async Task SettleAsync(List<(int At, ImportRow Row)> batch, CancellationToken cancellationToken)
        {
            await importer.LoadAsync(batch.ConvertAll(b => b.Row), cancellationToken);
            foreach (var (at, row) in batch)
            {
                var verdict = plan.IsHeldUp(at) ? RowVerdict.Later : await importer.ApplyAsync(row, cancellationToken);
                switch (verdict)
                {
                    case RowVerdict.Later:
                        plan.PutBack(at);
                        _reasons[at] = [.. row.Errors];
                        break;
                    case RowVerdict.Rejected:
                        plan.Settle(at, accepted: false);
                        tally.Reject(row, importer.NameOf(row));
                        break;
                    default:
                        plan.Settle(at, accepted: true);
                        tally.Add(row.Number, importer.NameOf(row), verdict switch { RowVerdict.Created => RowResult.Created, RowVerdict.Updated => RowResult.Updated, _ => RowResult.Unchanged });
                        break;
                }
            }
            batch.Clear();
            await importer.Write(cancellationToken);
            if (command.Run.Progress is { } progress)
                await progress.ReportAsync(tally.Settled, plan.Count, cancellationToken);
        }

        /// <summary>Nothing more takes effect: what still waits has errors that stand, or stands in a circle, or behind one that does.</summary>
        private async Task RejectTheRestAsync(CancellationToken cancellationToken)
        {
            var circles = plan.Circles();
            var at = -1;
            await foreach (var row in command.Run.RowsAsync(cancellationToken))
            {
                if (!plan.IsWaiting(++at))
                    continue;
                if (_reasons.TryGetValue(at, out var reasons) && reasons.Count > 0)
                {
                    tally.Reject(row.Number, importer.NameOf(row), reasons);
                    continue;
                }
                var number = plan.ParentNumber(at);
                row.Fail(importer.ParentOf(row)?.Field, circles.Contains(at)
                    ? new("The rows refer to one another in a circle.", "这些行相互引用，形成循环。")
                    : new($"Row {number}, to which it refers, is rejected.", $"所引用的第 {number} 行未被接受。"));
                tally.Reject(row, importer.NameOf(row));
            }
        }
    }
}
