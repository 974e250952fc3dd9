using Objectives.Contracts.Organization;
using Objectives.Organization.Features.People;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Api;

internal static class PersonApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<PersonModel>("Person", ids => new PeopleById.Query(ids))
            .History()
            .Reference("unit", "Unit", p => p.UnitId.Value)
            .Reference("position", "Position", p => p.PositionId?.Value)
            .Reference("superior", "Person", p => p.SuperiorId?.Value)
            .Batch<PersonId, IReadOnlyList<PersonModel>>("directReports", p => p.PersonId, superiors => new DirectReports.Query(superiors), [])
            .Batch<PersonId, IReadOnlyList<string>>("roles", p => p.PersonId, people => new RolesOf.Query(people), [])
            .Batch<PersonId, IReadOnlyList<PersonModel>>("chain", p => p.PersonId, people => new ChainsOf.Query(people), []);
        api.ById("person", "Person");
        api.Query("people", call => new ListPeople.Query(call.Args.Get<ListPeople.Filter>("filter"), call.Page()));
        api.Mutation<SavePerson.Command, PersonId>("savePerson", "person");
    }
}
