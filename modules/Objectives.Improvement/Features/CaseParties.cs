using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Improvement;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Data;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features;

/// <summary>What the caller is to an improvement case.</summary>
/// <param name="IsOwner">Of the objective.</param>
/// <param name="IsResponsible">For what was decided.</param>
/// <param name="IsSuperior">The owner's direct superior, or whom he named to settle the deviation; where the owner has none, any other executive.</param>
/// <param name="IsAbove">Above the direct superior, an executive, or who leads the objective's unit or one above it.</param>
/// <param name="IsHigher">The higher leader: above the direct superior, or another executive; the direct superior himself where nobody stands above him.</param>
internal sealed record CaseRole(bool IsOwner, bool IsResponsible, bool IsSuperior, bool IsAbove, bool IsHigher)
{
    /// <summary>Who finds causes and countermeasures: member and superiors together, and whoever carries out what was decided.</summary>
    public bool MayWork => IsOwner || IsResponsible || MayLead;

    /// <summary>Who decides and verifies; that owner and responsible person do not do so themselves is told as such.</summary>
    public bool MayLead => IsSuperior || IsAbove;
}

internal readonly record struct CaseKey(DeviationId DeviationId, UnitId UnitId, PersonId OwnerId, PersonId? ResponsibleId);

/// <summary>Who does what in improvement cases (S7.7–S7.10). HR, auditors and administrators read all and do nothing.</summary>
internal sealed class CaseParties(ImprovementDb db, IMediator mediator, CallContext call, CaseSight sight)
{
    public async Task<Access> CheckAsync(ImprovementCaseId id, Func<CaseRole, bool> may, CancellationToken cancellationToken)
    {
        var found = await db.Cases.AsNoTracking().Where(await sight.MayReadAsync(cancellationToken)).Where(c => c.Id == id)
            .Select(c => new { c.DeviationId, c.UnitId, c.OwnerId, c.ResponsibleId }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return Access.NotFound;
        var key = new CaseKey(found.DeviationId, found.UnitId, found.OwnerId, found.ResponsibleId);
        return may((await RolesAsync([key], cancellationToken))[key]) ? Access.Granted : Access.Forbidden;
    }

    public async Task<IReadOnlyDictionary<CaseKey, CaseRole>> RolesAsync(IReadOnlyCollection<CaseKey> keys, CancellationToken cancellationToken)
    {
        var chains = await mediator.Send(new Superiors([.. keys.Select(k => k.OwnerId).Distinct()]), cancellationToken);
        var deviations = await mediator.Send(new DeviationFactsOf([.. keys.Select(k => k.DeviationId)]), cancellationToken);
        var roles = new Dictionary<CaseKey, CaseRole>();
        foreach (var key in keys)
            roles[key] = RoleIn(key, chains[key.OwnerId], deviations.GetValueOrDefault(key.DeviationId)?.SupervisorId, await sight.LeadsAsync(key.UnitId, cancellationToken));
        return roles;
    }

    private CaseRole RoleIn(CaseKey key, IReadOnlyList<PersonId> chain, PersonId? supervisor, bool leadsUnit)
    {
        var (me, isExecutive) = (call.Caller.Id, call.Caller.Is(Role.Executive));
        var responsible = me == key.ResponsibleId;
        if (me == key.OwnerId)
            return new(true, responsible, false, false, false);
        var isDirect = chain.Count > 0 ? chain[0] == me : isExecutive;
        var isHigher = chain.Skip(1).Contains(me) || (isExecutive && (chain.Count == 0 || chain[0] != me)) || (chain.Count == 1 && chain[0] == me);
        return new(false, responsible, isDirect || me == supervisor, isHigher || leadsUnit || isExecutive, isHigher);
    }
}
