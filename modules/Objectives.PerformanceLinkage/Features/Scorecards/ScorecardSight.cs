using System.Linq.Expressions;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>What the caller is to a person who is appraised.</summary>
internal enum ScorecardParty
{
    None,
    Self,

    /// <summary>The direct superior; where there is none, any other executive.</summary>
    Leader,

    /// <summary>Above the direct superior.</summary>
    Above,
}

/// <summary>Whose scorecards a caller may read: his own, those of everyone below him, and of those whose leader he is as an executive; HR and auditors read all. Administrators read none but their own.</summary>
internal sealed class ScorecardSight(IMediator mediator, CallContext call)
{
    private Task<IReadOnlyList<PersonId>>? _below;

    public bool SeesAll => call.Caller.IsSystem || call.Caller.Is(Role.Hr, Role.Auditor);

    public async Task<Expression<Func<Scorecard, bool>>> MayReadAsync(CancellationToken cancellationToken)
    {
        if (SeesAll)
            return _ => true;
        var (me, below) = (call.Caller.Id, await BelowAsync(cancellationToken));
        return s => s.PersonId == me || below.Contains(s.PersonId);
    }

    /// <summary>Whether the caller may see what others have made of it: the person himself only once it is released to him.</summary>
    public bool SeesJudgement(PersonId person, ScorecardStatus status) => person != call.Caller.Id || Scorecard.IsReleased(status);

    public async Task<ScorecardParty> PartyAsync(PersonId person, CancellationToken cancellationToken) => (await PartiesAsync([person], cancellationToken))[person];

    /// <summary>One statement for all of them.</summary>
    public async Task<IReadOnlyDictionary<PersonId, ScorecardParty>> PartiesAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var me = call.Caller.Id;
        var others = people.Where(p => p != me).Distinct().ToList();
        var chains = others.Count == 0 ? new Dictionary<PersonId, IReadOnlyList<PersonId>>() : await mediator.Send(new Superiors(others), cancellationToken);
        return people.Distinct().ToDictionary(p => p, p => p == me ? ScorecardParty.Self : PartyOf(chains.GetValueOrDefault(p) ?? []));

        ScorecardParty PartyOf(IReadOnlyList<PersonId> chain)
            => (chain.Count > 0 ? chain[0] == me : call.Caller.Is(Role.Executive)) ? ScorecardParty.Leader : chain.Contains(me) ? ScorecardParty.Above : ScorecardParty.None;
    }

    /// <summary>Nobody decides about himself.</summary>
    public Error? CheckNotOwn(PersonId person, string field) => person != call.Caller.Id
        ? null
        : new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody decides about himself; somebody else does.", "不能裁定与本人有关的事项，请由他人处理。"), field);

    private Task<IReadOnlyList<PersonId>> BelowAsync(CancellationToken cancellationToken) => _below ??= ReadBelowAsync(cancellationToken);

    private async Task<IReadOnlyList<PersonId>> ReadBelowAsync(CancellationToken cancellationToken)
    {
        var below = (await mediator.Send(new SightOf(call.Caller.Id), cancellationToken)).SubordinateIds;
        return call.Caller.Is(Role.Executive) ? [.. below.Union(await mediator.Send(new DirectlyLed(call.Caller.Id, AndWithoutSuperior: true), cancellationToken))] : below;
    }
}
