using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;

namespace Objectives.Organization.Data;

/// <summary>Who stands above whom, and which unit in which, as one immutable picture: what a person may see is read from it on every request.</summary>
internal sealed class ReportingLines
{
    private readonly FrozenDictionary<PersonId, (PersonId? SuperiorId, UnitId UnitId)> _people;
    private readonly FrozenDictionary<UnitId, (UnitId? ParentId, PersonId? LeaderId)> _units;
    private readonly ILookup<PersonId, PersonId> _reports;
    private readonly ILookup<UnitId, UnitId> _subunits;
    private readonly ILookup<PersonId, UnitId> _led;

    private ReportingLines(IReadOnlyList<(PersonId Id, PersonId? SuperiorId, UnitId UnitId)> people, IReadOnlyList<(UnitId Id, UnitId? ParentId, PersonId? LeaderId)> units)
    {
        _people = people.ToFrozenDictionary(p => p.Id, p => (p.SuperiorId, p.UnitId));
        _units = units.ToFrozenDictionary(u => u.Id, u => (u.ParentId, u.LeaderId));
        _reports = people.Where(p => p.SuperiorId is not null).ToLookup(p => p.SuperiorId!.Value, p => p.Id);
        _subunits = units.Where(u => u.ParentId is not null).ToLookup(u => u.ParentId!.Value, u => u.Id);
        _led = units.Where(u => u.LeaderId is not null).ToLookup(u => u.LeaderId!.Value, u => u.Id);
    }

    public static async Task<ReportingLines> LoadAsync(OrganizationDb db, CancellationToken cancellationToken)
    {
        var people = await db.People.Select(p => new { p.Id, p.SuperiorId, p.UnitId }).ToListAsync(cancellationToken);
        var units = await db.Units.Select(u => new { u.Id, u.ParentId, u.LeaderId }).ToListAsync(cancellationToken);
        return new(people.ConvertAll(p => (p.Id, p.SuperiorId, p.UnitId)), units.ConvertAll(u => (u.Id, u.ParentId, u.LeaderId)));
    }

    /// <summary>The superior, his superior, and so on to the top.</summary>
    public IReadOnlyList<PersonId> Chain(PersonId person)
    {
        var chain = new List<PersonId>();
        while (_people.TryGetValue(person, out var line) && line.SuperiorId is { } superior && superior != person && !chain.Contains(superior))
        {
            chain.Add(superior);
            person = superior;
        }
        return chain;
    }

    public IReadOnlyList<PersonId> Subordinates(PersonId person) => Under(person, _reports);

    public IReadOnlyList<UnitId> UnitsUnder(UnitId unit) => _units.ContainsKey(unit) ? [unit, .. Under(unit, _subunits)] : [];

    public bool Leads(PersonId person) => _reports[person].Any() || _led[person].Any();

    public Sight SightOf(PersonId person)
    {
        var led = _led[person].SelectMany(UnitsUnder).ToHashSet();
        var seen = new HashSet<UnitId>(led);
        if (_people.TryGetValue(person, out var line))
            seen.Add(line.UnitId);
        return new([.. seen], [.. led], Subordinates(person));
    }

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

/// <summary>Keeps the newest picture; each request says, from the row that it reads to know its caller, which one that is.</summary>
internal sealed class ReportingLinesCache(IDbContextFactory<OrganizationDb> dbs)
{
    private volatile Picture? _newest;

    public async Task<ReportingLines> GetAsync(long? stamp, CancellationToken cancellationToken)
    {
        var wanted = stamp ?? await StampAsync(cancellationToken);
        if (_newest is { } known && known.Stamp >= wanted)
            return known.Lines;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var read = await db.StructureStamps.Select(s => s.Number).SingleAsync(cancellationToken);
        var lines = await ReportingLines.LoadAsync(db, cancellationToken);
        _newest = new(read, lines);
        return lines;
    }

    private async Task<long> StampAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.StructureStamps.Select(s => s.Number).SingleAsync(cancellationToken);
    }

    private sealed record Picture(long Stamp, ReportingLines Lines);
}
