using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Cases;

internal enum ImprovementAction
{
    /// <summary>Save, confirm and remove causes.</summary>
    Analyse,

    /// <summary>Set criteria; save and remove countermeasures.</summary>
    Compare,
    Decide,
    Report,
    Verify,

    /// <summary>Close the case though later actuals do not show that the gap is closed.</summary>
    Accept,
}

/// <summary>What the caller can do in improvement cases now, by the rules that decide when he does it.</summary>
internal static class MayDoIn
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ImprovementCaseId> Ids) : IQuery<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ImprovementAction>>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, CaseParties parties, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ImprovementAction>>>
    {
        public async Task<IReadOnlyDictionary<ImprovementCaseId, IReadOnlyList<ImprovementAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<ImprovementCaseId, IReadOnlyList<ImprovementAction>>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cases = await db.Cases.AsNoTracking().Include(c => c.Criteria).Include(c => c.Countermeasures).AsSplitQuery()
                .Where(c => EF.Parameter(request.Ids).Contains(c.Id) && c.Status != ImprovementStatus.Closed).ToListAsync(cancellationToken);
            var roles = await parties.RolesAsync([.. cases.Select(KeyOf)], cancellationToken);
            return cases.ToDictionary(c => c.Id, c => (IReadOnlyList<ImprovementAction>)[.. Actions(c, roles[KeyOf(c)])]);
        }

        private IEnumerable<ImprovementAction> Actions(ImprovementCase known, CaseRole role)
        {
            if (role.MayWork && known.CheckAnalysing() is null)
                yield return ImprovementAction.Analyse;
            if (role.MayWork && known.Status == ImprovementStatus.Countermeasures)
                yield return ImprovementAction.Compare;
            if (role.MayLead && known.CheckDecidable(call.Caller.Id) is null)
                yield return ImprovementAction.Decide;
            if (role.IsResponsible && known.Status == ImprovementStatus.InProgress)
                yield return ImprovementAction.Report;
            if (known.CheckVerifiable(call.Caller.Id) is not null)
                yield break;
            if (role.MayLead)
                yield return ImprovementAction.Verify;
            if (role.IsHigher)
                yield return ImprovementAction.Accept;
        }

        private static CaseKey KeyOf(ImprovementCase known) => new(known.DeviationId, known.UnitId, known.OwnerId, known.ResponsibleId);
    }
}
