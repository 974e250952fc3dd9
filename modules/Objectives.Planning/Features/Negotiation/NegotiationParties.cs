using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>Who is what to an objective: sides of its negotiation, signatories of its commitment.</summary>
internal sealed class NegotiationParties(PlanningDb db, IMediator mediator, CallContext call, ObjectiveAccess access, ObjectivePlaces places)
{
    /// <summary>The places of all that are asked about, in as many statements as for one.</summary>
    public async Task<IReadOnlyDictionary<ObjectiveId, Parties>> OfAsync(IReadOnlyCollection<ObjectivePlace> objectives, CancellationToken cancellationToken)
    {
        var superiors = await mediator.Send(new Superiors([.. objectives.Select(o => o.OwnerId)]), cancellationToken);
        var members = (await mediator.Send(new MembersOf([.. objectives.Where(o => o.Level == ObjectiveLevel.Team).Select(o => o.UnitId)]), cancellationToken)).ToLookup(m => m.UnitId);
        return objectives.ToDictionary(o => o.Id, o =>
        {
            var chain = superiors.GetValueOrDefault(o.OwnerId) ?? [];
            var leader = chain.Count > 0 ? chain[0] : (PersonId?)null;
            var team = o.Level == ObjectiveLevel.Team ? members[o.UnitId].Where(m => !m.IsAuditor && m.PersonId != o.OwnerId && m.PersonId != leader).Select(m => m.PersonId).ToList() : [];
            return new Parties(new(o.OwnerId, leader, team), chain, SideOf(o.OwnerId, chain, team));
        });
    }

    public async Task<Parties> OfAsync(Objective objective, CancellationToken cancellationToken) => (await OfAsync([ObjectivePlace.Of(objective)], cancellationToken))[objective.ObjectiveId];

    /// <summary>For access rules: what cannot be read does not exist, and who is nothing to it may do nothing.</summary>
    public async Task<Access> CheckAsync(ObjectiveId id, Func<Parties, bool> may, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        var place = await places.FindAsync(db, id, cancellationToken);
        if (place is null || !sight.MayRead(place.Level, place.OwnerId, place.UnitId))
            return Access.NotFound;
        return may((await OfAsync([place], cancellationToken))[id]) ? Access.Granted : Access.Forbidden;
    }

    private NegotiationSide? SideOf(PersonId owner, IReadOnlyList<PersonId> chain, List<PersonId> team)
    {
        var caller = call.Caller;
        if (caller.Id == owner)
            return NegotiationSide.Owner;
        if (chain.Count > 0 ? chain[0] == caller.Id : caller.Is(Role.Executive))
            return NegotiationSide.Leader;
        if (chain.Contains(caller.Id) || caller.Is(Role.Executive))
            return NegotiationSide.Above;
        return team.Contains(caller.Id) ? NegotiationSide.Member : null;
    }
}

/// <param name="Chain">The owner's superiors, the direct one first.</param>
/// <param name="CallersSide">Null when the caller is none of them.</param>
internal sealed record Parties(Signatories Signatories, IReadOnlyList<PersonId> Chain, NegotiationSide? CallersSide)
{
    public PersonId? LeaderId => Signatories.LeaderId;
}
