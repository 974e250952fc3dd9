using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Features.Notifications;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Tells each who gets something by a scheme that it is final.</summary>
internal sealed class TellOfAwards(PerformanceLinkageDb db, Notifying notifying) : Notifier<AwardsFinalised>(db, notifying)
{
    public static readonly NotificationKind Final = new(
        "AWARD_FINAL", a => new($"Your award is final: {a["total"]}", $"您的奖金已最终确定：{a["total"]}"), a => a.AsItIs("scheme"));

    private readonly PerformanceLinkageDb _db = db;

    protected override async Task<IReadOnlyList<Notice>> NoticesOfAsync(AwardsFinalised @event, CancellationToken cancellationToken)
    {
        var scheme = await _db.IncentiveSchemes.AsNoTracking().SingleAsync(s => s.Id == @event.IncentiveSchemeId, cancellationToken);
        var awards = await _db.FinalAwards.AsNoTracking().Where(a => a.SchemeId == scheme.Id).ToListAsync(cancellationToken);
        return awards.ConvertAll(a => new Notice(Final, [a.PersonId], "IncentiveScheme", scheme.Id.Value, new()
        {
            ["scheme"] = scheme.Name, ["total"] = new Money(a.IndividualMinor + a.TeamMinor + a.CompanyMinor, scheme.Currency).ToString(),
        }));
    }
}
