using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Customers;

internal sealed record CustomerModel(CustomerId CustomerId, long Version, string Code, string Name, RegionId RegionId, PersonId? AccountOwnerId, CustomerProfile Profile, bool Active) : IEntityModel
{
    public static readonly Expression<Func<Customer, CustomerModel>> Of = c => new(
        c.Id, c.Version, c.Code, c.Name, c.RegionId, c.AccountOwnerId, new CustomerProfile(c.Profile.Strength, c.Profile.Finances, c.Profile.Credit), c.Active);

    public Guid Id => CustomerId.Value;
}

internal static class CustomersById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, CustomerModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, CustomerModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, CustomerModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new CustomerId(id)).ToList();
            return await db.Customers.Where(c => ids.Contains(c.Id)).Select(CustomerModel.Of).ToDictionaryAsync(c => c.Id, cancellationToken);
        }
    }
}

/// <summary>Customers by code, a page at a time.</summary>
internal static class ListCustomers
{
    public sealed record Filter(string? Text, RegionId? RegionId);

    public static Expression<Func<Customer, bool>> Says(string word) => c => c.Name.ToLower().Contains(word) || c.Code.ToLower().Contains(word);

    [AllowedToEveryone]
    public sealed record Query(Filter? Filter, PageRequest Page) : IQuery<Page<CustomerModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, Page<CustomerModel>>
    {
        private static readonly Keyset<CustomerModel> ByCode = new Keyset<CustomerModel>().By(c => c.Code);

        public async Task<Page<CustomerModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var customers = db.Customers.Saying(request.Filter?.Text, Says);
            if (request.Filter?.RegionId is { } region)
                customers = customers.Where(c => c.RegionId == region);
            return await ByCode.PageAsync(customers.Select(CustomerModel.Of), request.Page, cancellationToken);
        }
    }
}
