using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Negotiation;
using Objectives.Planning.Features.Revisions;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>Has leaders ask revisions of the targets that were struck from outside, and those above them approve all but the last, which waits, whereupon they are signed anew; by their own commands, so that what is exempt is on scorecards too.</summary>
internal sealed class RevisionsDemo(IServiceScopeFactory scopes, IDbContextFactory<PlanningDb> dbs) : IDemoSource
{
    private const decimal Remaining = 0.92m;

    /// <summary>After the scorecards, which it changes.</summary>
    public int Order => 36;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        foreach (var (index, stroke) in company.Strokes.Index())
        {
            var (leader, above) = (stroke.Owner.Superior!, stroke.Owner.Superior!.Superior!);
            var target = await TargetAsync(stroke.Objective, cancellationToken);
            var asked = await scopes.AskAsync(leader, new RequestTargetRevision.Command(
                stroke.Objective, stroke.Deviation, "暴雨停运两周（Two weeks without transport after the storm）", "气象局公告与停运通知（The weather service's notice）", Math.Round(target * Remaining, 0), null, null, null));
            if (asked.IsSuccess && index < company.Strokes.Count - 1)
            {
                await scopes.AskAsync(above, new DecideTargetRevision.Command(asked.Value, Approve: true, "情况属实，同意修订（As stated; agreed）"));
                foreach (var signer in (DemoPerson[])[stroke.Owner, leader])
                    await scopes.AskAsync(signer, new SignCommitment.Command(stroke.Objective, await HashAsync(stroke.Objective, cancellationToken)));
            }
            progress.Report("target revisions", index + 1, company.Strokes.Count);
        }
    }

    private async Task<string> HashAsync(ObjectiveId objective, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return SignedContent.Of(await db.Objectives.AsNoTracking().SingleAsync(o => o.ObjectiveId == objective, cancellationToken), await db.SupportRequests.AsNoTracking().Where(r => r.ObjectiveId == objective).ToListAsync(cancellationToken)).Hash;
    }

    private async Task<decimal> TargetAsync(ObjectiveId objective, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Objectives.Where(o => o.ObjectiveId == objective).Select(o => o.Target).SingleAsync(cancellationToken);
    }
}
