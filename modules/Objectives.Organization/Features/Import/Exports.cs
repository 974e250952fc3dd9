using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Import;

/// <summary>Units as files have them, those above first.</summary>
internal static class ExportUnits
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var duties = await Duties.AllAsync(db, cancellationToken);
            var units = from unit in db.Units
                        from parent in db.Units.Where(p => p.Id == unit.ParentId).DefaultIfEmpty()
                        from leader in db.People.Where(p => p.Id == unit.LeaderId).DefaultIfEmpty()
                        orderby unit.Code
                        select new { unit.Id, unit.Code, unit.Name, unit.Kind, Parent = (string?)parent!.Code, Leader = (string?)leader!.EmployeeNumber, unit.Active };
            foreach (var u in (await units.ToListAsync(cancellationToken)).OrderBy(u => u.Kind))
                yield return [u.Code, u.Name, EnumNames.Of(u.Kind), u.Parent, u.Leader, Duties.TextOf(duties, u.Id.Value), u.Active];
        }
    }
}

internal static class ExportPositions
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = request.Filter.UnitId is { } top ? await mediator.Send(new UnitsUnder(top), cancellationToken) : null;
            return ReadAsync(units, request.Filter.RegionId, cancellationToken);
        }

        private async IAsyncEnumerable<object?[]> ReadAsync(IReadOnlyList<UnitId>? within, RegionId? region, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var chosen = db.Positions.Where(p => (region == null || p.RegionId == region) && (within == null || within.Contains(p.UnitId)));
            var duties = await Duties.AllAsync(db, cancellationToken);
            var positions = from position in chosen
                            from unit in db.Units.Where(u => u.Id == position.UnitId)
                            from area in db.Regions.Where(r => r.Id == position.RegionId).DefaultIfEmpty()
                            orderby position.Code
                            select new { position.Id, position.Code, position.Title, Unit = unit.Code, Region = (string?)area!.Code, position.RelativeStrength };
            await foreach (var p in positions.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return [p.Code, p.Title, p.Unit, p.Region, p.RelativeStrength, Duties.TextOf(duties, p.Id.Value)];
        }
    }
}

internal static class ExportRegions
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var regions = from region in db.Regions
                          from unit in db.Units.Where(u => u.Id == region.UnitId)
                          orderby region.Code
                          select new { region.Code, region.Name, Unit = unit.Code, region.Profile, region.DevelopmentWeight, region.Active };
            await foreach (var r in regions.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var p = r.Profile;
                yield return [r.Code, r.Name, r.Unit, p.Characteristics, p.StrategicDeployment, p.Development, p.Environment, p.Competition, p.Resources, r.DevelopmentWeight, r.Active];
            }
        }
    }
}

internal static class ExportCustomers
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(request.Filter.RegionId, cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync(RegionId? within, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var customers = from customer in db.Customers.Where(c => within == null || c.RegionId == within)
                            from region in db.Regions.Where(r => r.Id == customer.RegionId)
                            from owner in db.People.Where(p => p.Id == customer.AccountOwnerId).DefaultIfEmpty()
                            orderby customer.Code
                            select new { customer.Code, customer.Name, Region = region.Code, Owner = (string?)owner!.EmployeeNumber, customer.Profile, customer.Active };
            await foreach (var c in customers.AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return [c.Code, c.Name, c.Region, c.Owner, c.Profile.Strength, c.Profile.Finances, c.Profile.Credit, c.Active];
        }
    }
}

internal static class ExportPeople
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
        {
            var units = request.Filter.UnitId is { } top ? await mediator.Send(new UnitsUnder(top), cancellationToken) : null;
            return ReadAsync(units, cancellationToken);
        }

        private async IAsyncEnumerable<object?[]> ReadAsync(IReadOnlyList<UnitId>? within, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var people = from person in db.People.AsNoTracking().Where(p => within == null || within.Contains(p.UnitId))
                         from unit in db.Units.Where(u => u.Id == person.UnitId)
                         from position in db.Positions.Where(p => p.Id == person.PositionId).DefaultIfEmpty()
                         from superior in db.People.Where(p => p.Id == person.SuperiorId).DefaultIfEmpty()
                         orderby person.EmployeeNumber
                         select new { Person = person, Unit = unit.Code, Position = (string?)position!.Code, Superior = (string?)superior!.EmployeeNumber };
            await foreach (var row in people.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var p = row.Person;
                yield return
                [
                    p.EmployeeNumber, p.Name, p.Email, EnumNames.Of(p.Locale), row.Unit, row.Position, row.Superior, p.RelativeStrength, p.Active,
                    string.Join(' ', p.GivenRoles.Select(r => EnumNames.Of(r))),
                ];
            }
        }
    }
}

/// <summary>The responsibilities of units and positions, one a line as files have them.</summary>
internal static class Duties
{
    public static async Task<ILookup<Guid, string>> AllAsync(OrganizationDb db, CancellationToken cancellationToken)
        => (await db.Responsibilities.Where(d => !d.Retired).OrderBy(d => d.Position).Select(d => new { d.HolderId, d.Text }).ToListAsync(cancellationToken)).ToLookup(d => d.HolderId, d => d.Text);

    public static string TextOf(ILookup<Guid, string> duties, Guid holder) => string.Join('\n', duties[holder]);
}
