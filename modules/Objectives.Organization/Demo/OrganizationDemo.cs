using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Demo;

namespace Objectives.Organization.Demo;

/// <summary>Enters the demo company's organization as an import by its administrator would have.</summary>
internal sealed class OrganizationDemo(IDbContextFactory<OrganizationDb> dbs) : IDemoSource
{
    public int Order => 0;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var (by, at) = (company.Administrator.Id, company.Founded);
        var entered = 0;
        DateTimeOffset Next() => at.AddMilliseconds(entered++ * 20);

        writer.Add(Company.Create(company.Name, company.TimeZone, company.Currency), [], "saveOrganization", by, Next());
        foreach (var unit in company.Units)
        {
            var duties = unit.Duties.Select((d, i) => Responsibility.Create(unit.Id.Value, d.Text, i, d.Id)).ToList();
            writer.Add(Unit.Create(unit.Code, unit.Name, Kind(unit.Kind), unit.Parent?.Id, unit.Leader.Id, unit.Id), duties, "saveUnit", by, Next());
        }
        foreach (var region in company.Regions)
        {
            var profile = new RegionProfile(region.Characteristics, region.StrategicDeployment, region.Development, region.Environment, region.Competition, region.Resources);
            writer.Add(Region.Create(region.Code, region.Name, region.Unit.Id, profile, region.DevelopmentWeight, region.Id), [], "saveRegion", by, Next());
        }
        foreach (var position in company.Positions)
        {
            var duties = position.Duties.Select((d, i) => Responsibility.Create(position.Id.Value, d.Text, i, d.Id)).ToList();
            writer.Add(Position.Create(position.Code, position.Title, position.Unit.Id, position.Region?.Id, position.RelativeStrength, position.Id), duties, "savePosition", by, Next());
            await writer.FlushIfFullAsync(cancellationToken);
        }
        foreach (var person in company.People)
        {
            writer.Add(Employed(person), [], "savePerson", by, Next());
            progress.Report("people", person.Index + 1, company.People.Count);
            await writer.FlushIfFullAsync(cancellationToken);
        }
        foreach (var customer in company.Customers)
        {
            var profile = new CustomerProfile(customer.Strength, customer.Finances, customer.Credit);
            writer.Add(Customer.Create(customer.Code, customer.Name, customer.Region.Id, customer.AccountOwner.Id, profile, customer.Id), [], "saveCustomer", by, Next());
            progress.Report("customers", customer.Index + 1, company.Customers.Count);
            await writer.FlushIfFullAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
        await db.StructureStamps.ExecuteUpdateAsync(s => s.SetProperty(x => x.Number, x => x.Number + 1), cancellationToken);
    }

    private static Person Employed(DemoPerson demo)
    {
        var person = Person.Create(demo.EmployeeNumber, demo.Name, demo.Email, demo.Locale, demo.Unit.Id, demo.Id);
        person.Place(demo.Unit.Id, demo.Position.Id, demo.Superior?.Id, demo.RelativeStrength);
        if (demo.Role is { } role)
            person.GiveRoles([role], default);
        return person;
    }

    private static UnitKind Kind(DemoUnitKind kind) => kind switch
    {
        DemoUnitKind.Company => UnitKind.Company,
        DemoUnitKind.Division => UnitKind.Division,
        DemoUnitKind.Department => UnitKind.Department,
        _ => UnitKind.Team,
    };
}
