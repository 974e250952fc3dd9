using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Support;

/// <summary>Who answers requests for help, and what the caller is to them (S6.2).</summary>
internal sealed class SupportParties(IMediator mediator, CallContext call)
{
    /// <param name="requests">Each with the owner of its objective.</param>
    public async Task<IReadOnlyList<SupportPlace>> OfAsync(IReadOnlyList<(SupportRequest Request, PersonId Owner)> requests, CancellationToken cancellationToken)
    {
        var lines = await mediator.Send(new UnitsAbove([.. requests.Select(r => r.Request.FromUnitId).OfType<UnitId>()]), cancellationToken);
        var leaders = await mediator.Send(new LeadersOf([.. lines.Values.SelectMany(l => l)]), cancellationToken);
        PersonId? AskedOf(SupportRequest request) => request.FromPersonId ?? lines.GetValueOrDefault(request.FromUnitId!.Value)?.Where(leaders.ContainsKey).Select(u => (PersonId?)leaders[u]).FirstOrDefault();

        var chains = await mediator.Send(new Superiors([.. requests.SelectMany(r => new[] { AskedOf(r.Request), r.Owner }).OfType<PersonId>()]), cancellationToken);
        return [.. requests.Select(r =>
        {
            var askers = new[] { r.Owner, r.Request.RequestedById };
            var asked = AskedOf(r.Request);
            var above = asked is { } one ? chains[one] : [];
            var receiver = asked is { } person && !askers.Contains(person) ? asked : FirstNot(above, askers);
            var common = FirstNot(chains[r.Owner].Where(above.Contains), [.. askers, .. receiver is { } given ? [given] : Array.Empty<PersonId>()]);
            return new SupportPlace(receiver, common, RoleOf(askers, receiver, common));
        })];
    }

    private static PersonId? FirstNot(IEnumerable<PersonId> people, IReadOnlyList<PersonId> but) => people.Where(p => !but.Contains(p)).Select(p => (PersonId?)p).FirstOrDefault();

    /// <summary>Where the reporting lines name nobody, any executive who is not concerned himself decides.</summary>
    private SupportRole RoleOf(PersonId[] askers, PersonId? receiver, PersonId? common)
    {
        var caller = call.Caller;
        if (askers.Contains(caller.Id))
            return SupportRole.Asker;
        if (receiver is { } one ? one == caller.Id : caller.Is(Role.Executive))
            return SupportRole.Receiver;
        return (common is { } other ? other == caller.Id : caller.Is(Role.Executive)) ? SupportRole.CommonSuperior : SupportRole.None;
    }
}

/// <param name="ReceiverId">Who answers; null stands for any executive.</param>
/// <param name="CommonSuperiorId">Who decides what was declined; null stands for any executive.</param>
internal sealed record SupportPlace(PersonId? ReceiverId, PersonId? CommonSuperiorId, SupportRole CallersRole)
{
    /// <summary>What the caller can answer now.</summary>
    public IReadOnlyList<SupportStatus> Answers(SupportRequest request) => (CallersRole, request.Status, request.IsFinal) switch
    {
        (SupportRole.Asker, SupportStatus.Agreed, _) => [SupportStatus.Fulfilled],
        (SupportRole.Receiver, SupportStatus.Requested, _) => [SupportStatus.Agreed, SupportStatus.Declined],
        (SupportRole.Receiver, SupportStatus.Declined, false) => [SupportStatus.Agreed],
        (SupportRole.CommonSuperior, SupportStatus.Declined, false) => [SupportStatus.Agreed, SupportStatus.Declined],
        _ => [],
    };
}
