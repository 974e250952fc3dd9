using MediatR;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

internal enum DeviationParty
{
    None,
    Owner,

    /// <summary>The direct superior, or whom he named; where the owner has none, any other executive.</summary>
    Supervisor,

    /// <summary>Above the direct superior, or who leads the unit.</summary>
    Above,
}

/// <summary>What the caller is to a deviation (S7.2, S7.4).</summary>
internal sealed class DeviationParties(IMediator mediator, CallContext call, DeviationSight sight)
{
    public async Task<DeviationParty> OfAsync(Deviation deviation, CancellationToken cancellationToken) => (await OfAsync([deviation], cancellationToken))[deviation.Id];

    public async Task<IReadOnlyDictionary<DeviationId, DeviationParty>> OfAsync(IReadOnlyCollection<Deviation> deviations, CancellationToken cancellationToken)
    {
        var chains = await mediator.Send(new Superiors([.. deviations.Select(d => d.OwnerId).Distinct()]), cancellationToken);
        var parties = new Dictionary<DeviationId, DeviationParty>();
        foreach (var deviation in deviations)
            parties[deviation.Id] = await OfAsync(deviation, chains[deviation.OwnerId], cancellationToken);
        return parties;
    }

    private async Task<DeviationParty> OfAsync(Deviation deviation, IReadOnlyList<PersonId> chain, CancellationToken cancellationToken)
    {
        var me = call.Caller.Id;
        if (me == deviation.OwnerId)
            return DeviationParty.Owner;
        if (me == deviation.SupervisorId || (chain.Count > 0 ? chain[0] == me : call.Caller.Is(Role.Executive)))
            return DeviationParty.Supervisor;
        return chain.Contains(me) || await sight.LeadsAsync(deviation.UnitId, cancellationToken) ? DeviationParty.Above : DeviationParty.None;
    }
}
