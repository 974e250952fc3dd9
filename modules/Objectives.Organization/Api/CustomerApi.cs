using Objectives.Contracts.Organization;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Customers;
using Objectives.Organization.Features.Regions;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Api;

internal static class CustomerApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<RegionProfile>("RegionProfile");
        api.Type<CustomerProfile>("CustomerProfile");
        api.Entity<RegionModel>("Region", ids => new RegionsById.Query(ids))
            .History()
            .Reference("unit", "Unit", r => r.UnitId.Value);
        api.Entity<CustomerModel>("Customer", ids => new CustomersById.Query(ids))
            .History()
            .Reference("region", "Region", c => c.RegionId.Value)
            .Reference("accountOwner", "Person", c => c.AccountOwnerId?.Value);
        api.Query("customers", call => new ListCustomers.Query(call.Args.Get<ListCustomers.Filter>("filter"), call.Page()));
        api.Mutation<SaveRegion.Command, RegionId>("saveRegion", "region");
        api.Mutation<SaveCustomer.Command, CustomerId>("saveCustomer", "customer");
    }
}
