using Objectives.Contracts.Organization;
using Objectives.Organization.Features.Companies;
using Objectives.Organization.Features.People;
using Objectives.Organization.Features.Regions;
using Objectives.Organization.Features.Units;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Api;

internal static class CompanyApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<CompanyModel>("Organization")
            .Resolve("root", async (_, call) => (await call.SendAsync(new AllUnits.Query())).FirstOrDefault(u => u.ParentId is null))
            .Query("units", (_, _) => new AllUnits.Query())
            .Query("regions", (_, _) => new AllRegions.Query())
            .Query("holidays", (_, call) => new HolidaysOf.Query(call.Args.Get<int>("year")));
        api.Type<HolidayModel>("Holiday");
        api.Type<ViewerModel>("Viewer").Reference("person", "Person", v => v.PersonId.Value);
        api.Type<OrganizationPayload>("OrganizationPayload");
        api.Type<ViewerPayload>("SetLocalePayload");
        api.Query("organization", _ => new ReadCompany.Query());
        api.Query("viewer", _ => new ReadViewer.Query());
        api.Mutation<SaveOrganization.Command, Guid>("saveOrganization", OrganizationAsync, errors => new OrganizationPayload(null, errors));
        api.Mutation<SetHolidays.Command, Guid>("setHolidays", OrganizationAsync, errors => new OrganizationPayload(null, errors));
        api.Mutation<SetLocale.Command, PersonId>(
            "setLocale", async (_, call) => new ViewerPayload(await call.SendAsync(new ReadViewer.Query()), []), errors => new ViewerPayload(null, errors));
        api.Mutation<SetNotificationPreference.Command, PersonId>(
            "setNotificationPreference", async (_, call) => new ViewerPayload(await call.SendAsync(new ReadViewer.Query()), []), errors => new ViewerPayload(null, errors));
    }

    private static async Task<object?> OrganizationAsync(Guid id, FieldCall call) => new OrganizationPayload(await call.SendAsync(new ReadCompany.Query()), []);
}
