using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;

namespace Objectives.Organization.Data;

/// <summary>Who stands above whom, and which unit in which, as one immutable picture: what a person may see is read from it on every request.</summary>
internal sealed class ReportingLines
{
    private readonly FrozenDictionary<PersonId, PersonLine> _people;
    private readonly FrozenDictionary<UnitId, (UnitId? ParentId, PersonId? LeaderId)> _units;
    private readonly ILookup<PersonId, PersonId> _reports;
    private readonly ILookup<UnitId, UnitId> _subunits;
    private readonly ILookup<PersonId, UnitId> _led;
    private readonly ILookup<UnitId, PersonLine> _members;
    private readonly FrozenSet<PersonId> _leaders;
    private readonly Lazy<IReadOnlyList<PersonId>> _withoutSuperior;

    public ReportingLines(IReadOnlyList<PersonLine> people, IReadOnlyList<UnitLine> units)
    {
        _people = people.ToFrozenDictionary(p => p.Id);
        _units = units.ToFrozenDictionary(u => u.Id, u => (u.ParentId, u.LeaderId));
        _reports = people.Where(p => p.SuperiorId is not null).ToLookup(p => p.SuperiorId!.Value, p => p.Id);
        _subunits = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value, u => u.Id);
        _led = units.Where(u => u.LeaderId is not null).ToLookup(u => u.LeaderId!.Value, u => u.Id);
        _members = people.Where(p => p.Active).OrderBy(p => p.Id.Value).ToLookup(p => p.UnitId);
        Root = units.Where(u => u.ParentId is null).Select(u => (UnitId?)u.Id).FirstOrDefault();
        _leaders = people.Where(p => p.Active).Select(p => p.SuperiorId).Concat(units.Where(u => u.Active).Select(u => u.LeaderId)).OfType<PersonId>().ToFrozenSet();
        _withoutSuperior = new(() => [.. people.Select(p => p.Id).Where(p => !Chain(p).Any(IsActive))]);
    }

    /// <summary>How its statements are marked: they are sent by whoever is first to come after a change of the structure.</summary>
    internal const string Name = nameof(ReportingLines);

    public static async Task<ReportingLines> LoadAsync(OrganizationDb db, CancellationToken cancellationToken) => new(
        await db.People.TagWith(Name).Select(p => new PersonLine(p.Id, p.SuperiorId, p.UnitId, p.Active, p.IsAuditor)).ToListAsync(cancellationToken),
        await db.Units.TagWith(Name).Select(u => new UnitLine(u.Id, u.ParentId, u.LeaderId, u.Active)).ToListAsync(cancellationToken));

    /// <summary>The superior, his superior, and so on to the top.</summary>
    public IReadOnlyList<PersonId> Chain(PersonId person)
    {
        var chain = new List<PersonId>();
        var seen = new HashSet<PersonId> { person };
        while (_people.TryGetValue(person, out var line) && line.SuperiorId is { } superior && seen.Add(superior))
        {
            chain.Add(superior);
            person = superior;
        }
        return chain;
    }

    public IReadOnlyList<PersonId> Subordinates(PersonId person) => Under(person, _reports);

    /// <summary>Those whose nearest superior who still works here he is.</summary>
    public IReadOnlyList<PersonId> DirectlyUnder(PersonId person)
    {
        var found = new List<PersonId>();
        var seen = new HashSet<PersonId> { person };
        var open = new Stack<PersonId>([person]);
        while (open.TryPop(out var one))
        {
            foreach (var report in _reports[one].Where(seen.Add))
            {
                found.Add(report);
                if (!IsActive(report))
                    open.Push(report);
            }
        }
        return found;
    }

    /// <summary>Those above whom nobody works here.</summary>
    public IReadOnlyList<PersonId> WithoutSuperior => _withoutSuperior.Value;

    public IReadOnlyList<UnitId> UnitsUnder(UnitId unit) => _units.ContainsKey(unit) ? [unit, .. Under(unit, _subunits)] : [];

    /// <summary>Whether anyone who works here reports to him, or he leads a unit that stands.</summary>
    public bool Leads(PersonId person) => _leaders.Contains(person);

    public UnitId? Root { get; }

    /// <summary>The unit itself, its parent, and so on to the root.</summary>
    public IReadOnlyList<UnitId> UnitsAbove(UnitId unit)
    {
        var above = new List<UnitId>();
        for (var at = (UnitId?)unit; at is { } one && _units.TryGetValue(one, out var line) && !above.Contains(one); at = line.ParentId)
            above.Add(one);
        return above;
    }

    /// <summary>Who works in the unit itself, in the order in which they were added.</summary>
    public IEnumerable<PersonLine> Members(UnitId unit) => _members[unit];

    public IReadOnlyList<PersonId> ActiveChain(PersonId person) => [.. Chain(person).Where(IsActive)];

    public PersonId? LeaderOf(UnitId unit) => _units.TryGetValue(unit, out var line) && line.LeaderId is { } leader && IsActive(leader) ? leader : null;

    public UnitId? UnitOf(PersonId person) => _people.TryGetValue(person, out var line) ? line.UnitId : null;

    private bool IsActive(PersonId person) => _people.TryGetValue(person, out var line) && line.Active;

    public Sight SightOf(PersonId person)
    {
        var led = _led[person].SelectMany(UnitsUnder).ToHashSet();
        var seen = new HashSet<UnitId>(led);
        if (_people.TryGetValue(person, out var line))
            seen.Add(line.UnitId);
        return new([.. seen], [.. led], Subordinates(person));
    }

    public sealed record PersonLine(PersonId Id, PersonId? SuperiorId, UnitId UnitId, bool Active, bool IsAuditor = false);

    public sealed record UnitLine(UnitId Id, UnitId? ParentId, PersonId? LeaderId, bool Active);

    private static List<T> Under<T>(T top, ILookup<T, T> below)
        where T : notnull
    {
        var found = new List<T>();
        var seen = new HashSet<T> { top };
        var open = new Stack<T>([top]);
        while (open.TryPop(out var one))
        {
            foreach (var next in below[one])
            {
                if (seen.Add(next))
                {
                    found.Add(next);
                    open.Push(next);
                }
            }
        }
        return found;
    }
}

/// <summary>Keeps the newest picture; each request says, from the row that it reads to know its caller, which one that is. It is loaded by one, while others wait.</summary>
internal sealed class ReportingLinesCache(IDbContextFactory<OrganizationDb> dbs) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Picture? _newest;

    public async Task<ReportingLines> GetAsync(long? stamp, CancellationToken cancellationToken)
    {
        var wanted = stamp ?? await StampAsync(cancellationToken);
        if (_newest is { } known && known.Stamp >= wanted)
            return known.Lines;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _newest is { } newer && newer.Stamp >= wanted ? newer.Lines : (_newest = await LoadAsync(cancellationToken)).Lines;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    /// <summary>The stamp is read first: what changes meanwhile makes the picture newer than it says, never older.</summary>
    private async Task<Picture> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var stamp = await db.StructureStamps.TagWith(ReportingLines.Name).Select(s => s.Number).SingleAsync(cancellationToken);
        return new(stamp, await ReportingLines.LoadAsync(db, cancellationToken));
    }

    private async Task<long> StampAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.StructureStamps.Select(s => s.Number).SingleAsync(cancellationToken);
    }

    private sealed record Picture(long Stamp, ReportingLines Lines);
}
