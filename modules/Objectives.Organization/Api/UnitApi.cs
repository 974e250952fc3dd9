using Objectives.Contracts.Organization;
using Objectives.Organization.Features.People;
using Objectives.Organization.Features.Positions;
using Objectives.Organization.Features.Units;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Api;

internal static class UnitApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<UnitModel>("Unit", ids => new UnitsById.Query(ids))
            .History()
            .Reference("parent", "Unit", u => u.ParentId?.Value)
            .Reference("leader", "Person", u => u.LeaderId?.Value)
            .Batch<UnitId, IReadOnlyList<UnitModel>>("children", u => u.UnitId, parents => new ChildrenOfUnits.Query(parents), [])
            .Batch<Guid, IReadOnlyList<ResponsibilityModel>>("responsibilities", u => u.Id, holders => new ResponsibilitiesOf.Query(holders), [])
            .Query("members", (u, call) => new ListPeople.Query(new(null, u.UnitId, call.Args.Get<bool>("includeSubunits"), true, null), call.Page()));
        api.Entity<ResponsibilityModel>("Responsibility", ids => new ResponsibilitiesById.Query(ids));
        api.Entity<PositionModel>("Position", ids => new PositionsById.Query(ids))
            .History()
            .Reference("unit", "Unit", p => p.UnitId.Value)
            .Reference("region", "Region", p => p.RegionId?.Value)
            .Batch<Guid, IReadOnlyList<ResponsibilityModel>>("responsibilities", p => p.Id, holders => new ResponsibilitiesOf.Query(holders), [])
            .Batch<PositionId, IReadOnlyList<PersonModel>>("incumbents", p => p.PositionId, positions => new IncumbentsOf.Query(positions), []);
        api.ById("unit", "Unit");
        api.Query("positions", call => new ListPositions.Query(call.Args.Get<UnitId?>("unitId")));
        api.Mutation<SaveUnit.Command, UnitId>("saveUnit", "unit");
        api.Mutation<SavePosition.Command, PositionId>("savePosition", "position");
    }
}
