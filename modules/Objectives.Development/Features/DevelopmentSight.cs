using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features;

/// <summary>What a caller is to a person.</summary>
/// <param name="IsAbove">He stands above him, or is another executive.</param>
/// <param name="IsHigher">He stands above the person's direct superior, or is an executive who is neither of the two.</param>
internal sealed record Relation(bool IsKnown, bool IsSelf, bool IsAbove, bool IsHigher, bool IsHr)
{
    public static readonly Relation None = new(false, false, false, false, false);

    /// <summary>Who plans with him: himself, those above him, HR.</summary>
    public bool IsParty => IsKnown && (IsSelf || IsAbove || IsHr);

    /// <summary>Who says how far he has come: those above him, HR; never himself.</summary>
    public bool MayJudge => IsKnown && !IsSelf && (IsAbove || IsHr);
}

/// <summary>
/// Whose development a caller may read: his own, and that of everyone below him. Executives, HR and auditors read all.
/// </summary>
internal sealed class DevelopmentSight(IMediator mediator, CallContext call)
{
    private Sight? _sight;

    public bool SeesAll => call.Caller.IsSystem || call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor);

    public async Task<IReadOnlyList<PersonId>> ReadableAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        if (SeesAll)
            return [.. people.Distinct()];
        var below = (await ReadAsync(cancellationToken)).SubordinateIds.ToHashSet();
        return [.. people.Distinct().Where(p => p == call.Caller.Id || below.Contains(p))];
    }

    public async Task<bool> MayReadAsync(PersonId person, CancellationToken cancellationToken) => (await ReadableAsync([person], cancellationToken)).Count > 0;

    /// <summary>Who works in a unit, without auditors, of whom nothing can be asked; as far as the caller may read their development.</summary>
    public async Task<IReadOnlyList<PersonId>> MembersAsync(UnitId unit, bool includeSubunits, CancellationToken cancellationToken)
    {
        var units = includeSubunits ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
        var members = await mediator.Send(new MembersOf(units), cancellationToken);
        return await ReadableAsync(members.Where(m => !m.IsAuditor).Select(m => m.PersonId), cancellationToken);
    }

    /// <summary>Those whom the caller leads directly, without auditors.</summary>
    public async Task<IReadOnlyList<PersonId>> LedAsync(CancellationToken cancellationToken)
    {
        var led = await mediator.Send(new DirectlyLed(call.Caller.Id, call.Caller.Is(Role.Executive)), cancellationToken);
        return [.. led.Except(await mediator.Send(new HoldersOf(Role.Auditor), cancellationToken))];
    }

    public async Task<Relation> RelationToAsync(PersonId person, CancellationToken cancellationToken)
        => (await RelationsToAsync([person], cancellationToken)).GetValueOrDefault(person, Relation.None);

    /// <summary>To those that there are.</summary>
    public async Task<IReadOnlyDictionary<PersonId, Relation>> RelationsToAsync(IReadOnlyList<PersonId> people, CancellationToken cancellationToken)
    {
        var known = (await mediator.Send(new UnitsOfPeople(people), cancellationToken)).Keys.ToList();
        var chains = await mediator.Send(new Superiors(known), cancellationToken);
        return known.ToDictionary(p => p, p => Between(call.Caller, p, chains[p]));
    }

    private static Relation Between(Caller me, PersonId person, IReadOnlyList<PersonId> chain)
    {
        var isSelf = me.Id == person;
        var isAbove = !isSelf && (me.Is(Role.Executive) || chain.Contains(me.Id));
        return new(true, isSelf, isAbove, isAbove && (chain.Count == 0 || chain[0] != me.Id), me.Is(Role.Hr));
    }

    /// <summary>As an access rule has it: a person whose development he may not read does not exist for him.</summary>
    public async Task<Access> CheckAsync(PersonId person, Func<Relation, bool> may, CancellationToken cancellationToken)
    {
        var relation = await RelationToAsync(person, cancellationToken);
        if (!relation.IsKnown || !(relation.IsParty || SeesAll))
            return Access.NotFound;
        return may(relation) ? Access.Granted : Access.Forbidden;
    }

    private async Task<Sight> ReadAsync(CancellationToken cancellationToken) => _sight ??= await mediator.Send(new SightOf(call.Caller.Id), cancellationToken);
}
