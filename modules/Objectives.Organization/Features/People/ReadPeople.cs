using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.People;

internal static class PeopleById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, PersonModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, PersonModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, PersonModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new PersonId(id)).ToList();
            return await db.People.Where(p => ids.Contains(p.Id)).Select(PersonModel.Of).ToDictionaryAsync(p => p.Id, cancellationToken);
        }
    }
}

/// <summary>People by employee number, a page at a time.</summary>
internal static class ListPeople
{
    public sealed record Filter(string? Text, UnitId? UnitId, bool IncludeSubunits, bool? Active, Role? Role);

    [AllowedToEveryone]
    public sealed record Query(Filter? Filter, PageRequest Page) : IQuery<Page<PersonModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache lines, CallContext call) : IQueryHandler<Query, Page<PersonModel>>
    {
        private static readonly Keyset<PersonModel> ByNumber = new Keyset<PersonModel>().By(p => p.EmployeeNumber);

        public async Task<Page<PersonModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            IQueryable<Person> people = db.People;
            if (request.Filter is { } filter)
            {
                people = people.Saying(filter.Text, PeopleFoundHandler.Says);
                if (filter.Active is { } active)
                    people = people.Where(p => p.Active == active);
                if (filter.UnitId is { } unit)
                {
                    var units = filter.IncludeSubunits ? (await lines.GetAsync(call.StructureStamp, cancellationToken)).UnitsUnder(unit) : [unit];
                    people = people.Where(p => units.Contains(p.UnitId));
                }
                people = filter.Role switch
                {
                    null or Role.Member => people,
                    Role.Leader => people.Where(p => db.People.Any(r => r.SuperiorId == p.Id && r.Active) || db.Units.Any(u => u.LeaderId == p.Id && u.Active)),
                    Role.Executive => people.Where(p => p.IsExecutive),
                    Role.Hr => people.Where(p => p.IsHr),
                    Role.Auditor => people.Where(p => p.IsAuditor),
                    _ => people.Where(p => p.IsAdministrator),
                };
            }
            return await ByNumber.PageAsync(people.Select(PersonModel.Of), request.Page, cancellationToken);
        }
    }
}

internal static class DirectReports
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> Superiors) : IQuery<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>>
    {
        public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var superiors = request.Superiors.Select(s => (PersonId?)s).ToList();
            var reports = await db.People.Where(p => superiors.Contains(p.SuperiorId) && p.Active).OrderBy(p => p.EmployeeNumber).Select(PersonModel.Of).ToListAsync(cancellationToken);
            return reports.GroupBy(p => p.SuperiorId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<PersonModel>)[.. g]);
        }
    }
}

/// <summary>The superior, his superior, and so on to the top.</summary>
internal static class ChainsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> People) : IQuery<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache cache, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>>
    {
        public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var lines = await cache.GetAsync(call.StructureStamp, cancellationToken);
            var chains = request.People.ToDictionary(p => p, lines.Chain);
            var ids = chains.Values.SelectMany(c => c).Distinct().ToList();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var people = await db.People.Where(p => ids.Contains(p.Id)).Select(PersonModel.Of).ToDictionaryAsync(p => p.PersonId, cancellationToken);
            return chains.ToDictionary(c => c.Key, c => (IReadOnlyList<PersonModel>)[.. c.Value.Where(people.ContainsKey).Select(id => people[id])]);
        }
    }
}

/// <summary>The roles given to people, and those that follow from the reporting lines.</summary>
internal static class RolesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> People) : IQuery<IReadOnlyDictionary<PersonId, IReadOnlyList<string>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache cache, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, IReadOnlyList<string>>>
    {
        public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<string>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var lines = await cache.GetAsync(call.StructureStamp, cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var people = await db.People.Where(p => request.People.Contains(p.Id)).Select(PersonModel.Of).ToListAsync(cancellationToken);
            return people.ToDictionary(p => p.PersonId, p => (IReadOnlyList<string>)[.. p.RolesWhen(lines.Leads(p.PersonId)).Order().Select(r => EnumNames.Of(r))]);
        }
    }
}

internal sealed class SightOfHandler(ReportingLinesCache lines, CallContext call) : IRequestHandler<SightOf, Sight>
{
    public async Task<Sight> Handle(SightOf request, CancellationToken cancellationToken)
        => (await lines.GetAsync(call.StructureStamp, cancellationToken)).SightOf(request.PersonId);
}
