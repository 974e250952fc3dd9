using MediatR;
using Objectives.Contracts;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Health;

/// <summary>Shares of 0–1 of what a leader's direct reports had in the cycle; null where there was nothing to measure.</summary>
internal sealed record LeadershipModel(
    PersonId LeaderId, double? AuthorityGranted, double? InformationShared, double? UnaskedReports, double? FollowUpInTime, double? JointlyClosed, double? HelpCoordinated);

/// <summary>
/// The six principles of leading, measured (S7.2): a leader sees himself and the leaders below him; executives, HR and auditors see all. The caller comes first. The same few statements, however many leaders.
/// </summary>
internal static class ReadLeadership
{
    /// <param name="UnitId">Of leaders who work there or below; the company when it is left out.</param>
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId) : IQuery<IReadOnlyList<LeadershipModel>>;

    public sealed class Handler(IMediator mediator, HealthSight sight, CallContext call) : IQueryHandler<Query, IReadOnlyList<LeadershipModel>>
    {
        public async Task<IReadOnlyList<LeadershipModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } calendar)
                throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such cycle.", "该周期不存在。"));
            if ((request.UnitId ?? await mediator.Send(new RootUnit(), cancellationToken)) is not { } unit || !(await mediator.Send(new UnitsAbove([unit]), cancellationToken)).ContainsKey(unit))
                throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such unit.", "该单位不存在。"));
            var led = await LeadersAsync(unit, cancellationToken);
            List<PersonId> people = [.. led.Values.SelectMany(p => p).Distinct()];
            if (people.Count == 0)
                return [];
            var planning = await mediator.Send(new LeadingInPlanning(calendar.Id, people), cancellationToken);
            var execution = await mediator.Send(new LeadingInExecution(calendar, people), cancellationToken);
            var (empowered, informed, helped) = (ByPerson(planning.Empowered), ByPerson(planning.Informed), ByPerson([.. planning.Helped, .. execution.Coordinated]));
            var (unasked, followedUp, joined) = (ByPerson(execution.Unasked), ByPerson(execution.FollowedUp), ByPerson(execution.Joined));
            return
            [
                .. led.OrderByDescending(l => l.Key == call.Caller.Id).Select(l => new LeadershipModel(
                    l.Key, Share(empowered, l.Value), Share(informed, l.Value), Share(unasked, l.Value), Share(followedUp, l.Value), Share(joined, l.Value), Share(helped, l.Value))),
            ];
        }

        /// <summary>Whom the caller may see of those who lead somebody, with those whom they lead directly.</summary>
        private async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonId>>> LeadersAsync(UnitId unit, CancellationToken cancellationToken)
        {
            var members = await mediator.Send(new MembersOf(await mediator.Send(new UnitsUnder(unit), cancellationToken)), cancellationToken);
            HashSet<PersonId>? below = sight.SeesAll ? null : [call.Caller.Id, .. (await mediator.Send(new SightOf(call.Caller.Id), cancellationToken)).SubordinateIds];
            var found = new Dictionary<PersonId, IReadOnlyList<PersonId>>();
            foreach (var member in members.Where(m => below is null || below.Contains(m.PersonId)))
            {
                if (await mediator.Send(new DirectlyLed(member.PersonId, AndWithoutSuperior: false), cancellationToken) is { Count: > 0 } people)
                    found.Add(member.PersonId, people);
            }
            return found;
        }

        private static ILookup<PersonId, PersonShare> ByPerson(IEnumerable<PersonShare> shares) => shares.ToLookup(s => s.PersonId);

        private static double? Share(ILookup<PersonId, PersonShare> shares, IReadOnlyList<PersonId> people)
        {
            var of = people.SelectMany(p => shares[p]).ToList();
            var all = of.Sum(s => s.All);
            return all == 0 ? null : Math.Round((double)of.Sum(s => s.Good) / all, 3);
        }
    }
}
