using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Features.Import;

internal static class OrganizationImports
{
    public static void Bind(ApiBuilder api)
    {
        api.Importable(new("PEOPLE", ImportPeople.Fields, ["employeeNumber"], typeof(ImportPeople.Command), run => new ImportPeople.Command(run), filter => new ExportPeople.Query(filter)) { NarrowedBy = ["unitId"] });
        api.Importable(new("UNITS", ImportUnits.Fields, ["code"], typeof(ImportUnits.Command), run => new ImportUnits.Command(run), filter => new ExportUnits.Query(filter)));
        api.Importable(new("POSITIONS", ImportPositions.Fields, ["code"], typeof(ImportPositions.Command), run => new ImportPositions.Command(run), filter => new ExportPositions.Query(filter)) { NarrowedBy = ["unitId", "regionId"] });
        api.Importable(new("REGIONS", ImportRegions.Fields, ["code"], typeof(ImportRegions.Command), run => new ImportRegions.Command(run), filter => new ExportRegions.Query(filter)));
        api.Importable(new("CUSTOMERS", ImportCustomers.Fields, ["code"], typeof(ImportCustomers.Command), run => new ImportCustomers.Command(run), filter => new ExportCustomers.Query(filter)) { NarrowedBy = ["regionId"] });
    }
}
