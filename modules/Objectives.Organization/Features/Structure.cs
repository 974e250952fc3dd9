using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features;

/// <summary>What other modules ask of units and reporting lines, answered from the picture that every request reads anyway.</summary>
internal sealed class StructureHandlers(ReportingLinesCache cache, CallContext call)
    : IRequestHandler<UnitsAbove, IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>>>,
        IRequestHandler<RootUnit, UnitId?>,
        IRequestHandler<MembersOf, IReadOnlyList<Membership>>,
        IRequestHandler<Superiors, IReadOnlyDictionary<PersonId, IReadOnlyList<PersonId>>>,
        IRequestHandler<DirectlyLed, IReadOnlyList<PersonId>>,
        IRequestHandler<LeadersOf, IReadOnlyDictionary<UnitId, PersonId>>,
        IRequestHandler<UnitsOfPeople, IReadOnlyDictionary<PersonId, UnitId>>
{
    public async Task<IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>>> Handle(UnitsAbove request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return request.Units.Distinct().Select(u => (u, Above: lines.UnitsAbove(u))).Where(p => p.Above.Count > 0).ToDictionary(p => p.u, p => p.Above);
    }

    public async Task<UnitId?> Handle(RootUnit request, CancellationToken cancellationToken) => (await LinesAsync(cancellationToken)).Root;

    public async Task<IReadOnlyList<Membership>> Handle(MembersOf request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return [.. request.Units.Distinct().SelectMany(lines.Members).Select(p => new Membership(p.Id, p.UnitId, p.IsAuditor))];
    }

    public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonId>>> Handle(Superiors request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return request.People.Distinct().ToDictionary(p => p, lines.ActiveChain);
    }

    public async Task<IReadOnlyList<PersonId>> Handle(DirectlyLed request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return [.. lines.DirectlyUnder(request.Leader), .. request.AndWithoutSuperior ? lines.WithoutSuperior.Where(p => p != request.Leader) : []];
    }

    public async Task<IReadOnlyDictionary<UnitId, PersonId>> Handle(LeadersOf request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return request.Units.Distinct().Select(u => (u, Leader: lines.LeaderOf(u))).Where(p => p.Leader is not null).ToDictionary(p => p.u, p => p.Leader!.Value);
    }

    public async Task<IReadOnlyDictionary<PersonId, UnitId>> Handle(UnitsOfPeople request, CancellationToken cancellationToken)
    {
        var lines = await LinesAsync(cancellationToken);
        return request.People.Distinct().Select(p => (p, Unit: lines.UnitOf(p))).Where(p => p.Unit is not null).ToDictionary(p => p.p, p => p.Unit!.Value);
    }

    private Task<ReportingLines> LinesAsync(CancellationToken cancellationToken) => cache.GetAsync(call.StructureStamp, cancellationToken);
}
