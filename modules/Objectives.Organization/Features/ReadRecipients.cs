using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Unit = Objectives.Organization.Domain.Unit;

namespace Objectives.Organization.Features;

/// <summary>A few statements, whatever the number of recipients: units and regions, of which a company has hundreds, are read whole.</summary>
internal sealed class RecipientsHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<Recipients, IReadOnlyList<Recipient>>
{
    public async Task<IReadOnlyList<Recipient>> Handle(Recipients request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var ground = new Ground(
            await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken),
            await db.Regions.AsNoTracking().ToDictionaryAsync(r => r.Id, cancellationToken));
        var recipients = request.Kind switch
        {
            RecipientKind.Unit => await UnitsAsync(db, ground, request, cancellationToken),
            RecipientKind.Region => Regions(ground, request),
            RecipientKind.Customer => await CustomersAsync(db, ground, request, cancellationToken),
            RecipientKind.Position => await PositionsAsync(db, ground, request, cancellationToken),
            _ => await PeopleAsync(db, ground, request, cancellationToken),
        };
        return [.. recipients.ByCode(r => r.Code)];
    }

    private static async Task<IEnumerable<Recipient>> UnitsAsync(OrganizationDb db, Ground ground, Recipients request, CancellationToken cancellationToken)
    {
        var people = (await db.People.Where(p => p.Active).Select(p => new { p.UnitId, p.RelativeStrength }).ToListAsync(cancellationToken)).ToLookup(p => p.UnitId, p => p.RelativeStrength);
        return ground.Units.Values.Where(u => u.Active && (request.Only?.Contains(u.Id.Value) ?? u.ParentId == request.UnitId)).Select(unit =>
        {
            var within = ground.Under(unit.Id);
            var strengths = within.SelectMany(u => people[u]).ToList();
            return new Recipient(
                unit.Id.Value, unit.Code, unit.Name, unit.Id, null, null, unit.LeaderId, strengths.Count, 0, strengths.Sum(),
                Mean([.. ground.Regions.Values.Where(r => r.Active && within.Contains(r.UnitId))]), null);
        });
    }

    private static IEnumerable<Recipient> Regions(Ground ground, Recipients request)
    {
        var within = ground.Under(request.UnitId);
        bool IsMeant(Region region) => request.Only is { } only ? only.Contains(region.Id.Value) : request.RegionId is { } one ? region.Id == one : within.Contains(region.UnitId);
        return ground.Regions.Values.Where(r => r.Active && IsMeant(r))
            .Select(r => new Recipient(r.Id.Value, r.Code, r.Name, r.UnitId, r.Id, null, ground.LeaderOf(r.UnitId), 0, 0, 0, ScoresOf(r), null));
    }

    private static async Task<IEnumerable<Recipient>> CustomersAsync(OrganizationDb db, Ground ground, Recipients request, CancellationToken cancellationToken)
    {
        var customers = db.Customers.AsNoTracking().Where(c => c.Active);
        if (request.Only is not null)
        {
            var only = request.Only.Select(id => new CustomerId(id)).ToList();
            customers = customers.Where(c => EF.Parameter(only).Contains(c.Id));
        }
        else
        {
            var within = ground.Under(request.UnitId);
            var regions = request.RegionId is { } one ? [one] : ground.Regions.Values.Where(r => within.Contains(r.UnitId)).Select(r => r.Id).ToList();
            customers = customers.Where(c => EF.Parameter(regions).Contains(c.RegionId));
        }
        var found = await customers.ToListAsync(cancellationToken);
        var owners = await db.People.Where(p => p.Active && db.Customers.Any(c => c.AccountOwnerId == p.Id)).Select(p => new { p.Id, p.UnitId }).ToDictionaryAsync(p => p.Id, p => p.UnitId, cancellationToken);
        return found.Select(c =>
        {
            var owner = c.AccountOwnerId is { } person && owners.ContainsKey(person) ? person : (PersonId?)null;
            var region = ground.Regions[c.RegionId];
            return new Recipient(
                c.Id.Value, c.Code, c.Name, owner is { } who ? owners[who] : region.UnitId, c.RegionId, null, owner, 0, 0, 0, ScoresOf(region),
                new(c.Profile.Strength, c.Profile.Finances, c.Profile.Credit));
        });
    }

    private static async Task<IEnumerable<Recipient>> PositionsAsync(OrganizationDb db, Ground ground, Recipients request, CancellationToken cancellationToken)
    {
        var positions = db.Positions.AsNoTracking();
        if (request.Only is not null)
        {
            var only = request.Only.Select(id => new PositionId(id)).ToList();
            positions = positions.Where(p => EF.Parameter(only).Contains(p.Id));
        }
        else
        {
            var within = ground.Under(request.UnitId).ToList();
            positions = positions.Where(p => EF.Parameter(within).Contains(p.UnitId) && (request.RegionId == null || p.RegionId == request.RegionId));
        }
        var found = await positions.ToListAsync(cancellationToken);
        var incumbents = (await db.People.Where(p => p.Active && p.PositionId != null).Select(p => new { p.Id, p.PositionId, p.RelativeStrength }).ToListAsync(cancellationToken))
            .ToLookup(p => p.PositionId!.Value);
        return found.Select(p =>
        {
            var held = incumbents[p.Id].ToList();
            return new Recipient(
                p.Id.Value, p.Code, p.Title, p.UnitId, p.RegionId, p.Id, held.Count switch { 0 => null, 1 => held[0].Id, _ => ground.LeaderOf(p.UnitId) }, held.Count,
                p.RelativeStrength, held.Sum(h => h.RelativeStrength), ground.ScoresOf(p.RegionId), null);
        });
    }

    private static async Task<IEnumerable<Recipient>> PeopleAsync(OrganizationDb db, Ground ground, Recipients request, CancellationToken cancellationToken)
    {
        var people = db.People.AsNoTracking().Where(p => p.Active);
        if (request.Only is not null)
        {
            var only = request.Only.Select(id => new PersonId(id)).ToList();
            people = people.Where(p => EF.Parameter(only).Contains(p.Id));
        }
        else
        {
            people = request.PositionId is { } position ? people.Where(p => p.PositionId == position) : people.Where(p => p.UnitId == request.UnitId && p.Id != request.Except);
        }
        var found = await people.ToListAsync(cancellationToken);
        var held = found.Select(p => p.PositionId).OfType<PositionId>().Distinct().ToList();
        var positions = await db.Positions.AsNoTracking().Where(p => EF.Parameter(held).Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return found.Select(p =>
        {
            var position = p.PositionId is { } id ? positions[id] : null;
            return new Recipient(
                p.Id.Value, p.EmployeeNumber, p.Name, p.UnitId, position?.RegionId, p.PositionId, p.Id, 1, p.RelativeStrength, position?.RelativeStrength ?? 1, ground.ScoresOf(position?.RegionId), null);
        });
    }

    private static RegionScores ScoresOf(Region region) => new(
        region.Profile.Characteristics, region.Profile.StrategicDeployment, region.Profile.Development, region.Profile.Environment, region.Profile.Competition, region.Profile.Resources,
        region.DevelopmentWeight);

    private static RegionScores? Mean(IReadOnlyList<Region> regions) => regions.Count == 0 ? null : new(
        Mean(regions, r => r.Profile.Characteristics), Mean(regions, r => r.Profile.StrategicDeployment), Mean(regions, r => r.Profile.Development), Mean(regions, r => r.Profile.Environment),
        Mean(regions, r => r.Profile.Competition), Mean(regions, r => r.Profile.Resources), Mean(regions, r => r.DevelopmentWeight));

    private static decimal Mean(IReadOnlyList<Region> regions, Func<Region, decimal> score) => decimal.Round(regions.Average(score), 6);

    private sealed class Ground(IReadOnlyDictionary<UnitId, Unit> units, IReadOnlyDictionary<RegionId, Region> regions)
    {
        private readonly ILookup<UnitId?, UnitId> _below = units.Values.ToLookup(u => u.ParentId, u => u.Id);

        public IReadOnlyDictionary<UnitId, Unit> Units => units;

        public IReadOnlyDictionary<RegionId, Region> Regions => regions;

        public PersonId? LeaderOf(UnitId unit) => units[unit].LeaderId;

        public RegionScores? ScoresOf(RegionId? region) => region is { } id ? RecipientsHandler.ScoresOf(regions[id]) : null;

        /// <summary>The unit itself and all below.</summary>
        public HashSet<UnitId> Under(UnitId unit)
        {
            var found = new HashSet<UnitId>();
            var waiting = new Stack<UnitId>([unit]);
            while (waiting.TryPop(out var next))
            {
                if (found.Add(next))
                {
                    foreach (var below in _below[next])
                        waiting.Push(below);
                }
            }
            return found;
        }
    }
}
