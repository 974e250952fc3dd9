using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Recognitions;
using Objectives.Platform.Features.Notifications;

namespace Objectives.PerformanceLinkage.Features.Recognitions;

/// <summary>Tells who was recognised, and by whom (S4.7).</summary>
internal sealed class TellOfRecognition(PerformanceLinkageDb db, Notifying notifying) : Notifier<RecognitionGiven>(db, notifying)
{
    public static readonly NotificationKind Recognised = new(
        "RECOGNISED",
        a => a["amount"].Length == 0 ? new($"{a["by"]} recognises you", $"{a["by"]}表彰了您") : new($"{a["by"]} recognises you with {a["amount"]}", $"{a["by"]}表彰了您，奖励 {a["amount"]}"),
        a => a.AsItIs("text"));

    private readonly PerformanceLinkageDb _db = db;
    private readonly Notifying _notifying = notifying;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(RecognitionGiven @event, CancellationToken cancellationToken)
    {
        var given = await _db.Recognitions.AsNoTracking().SingleAsync(r => r.Id == @event.RecognitionId, cancellationToken);
        return
        [
            new(Recognised, [given.ToId], "Recognition", given.Id.Value, new()
            {
                ["by"] = await _notifying.NameAsync(given.ById, cancellationToken), ["text"] = given.Text, ["amount"] = given.AmountMinor is { } minor ? new Money(minor, given.Currency!).ToString() : string.Empty,
            }),
        ];
    }
}
