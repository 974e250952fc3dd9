using Microsoft.EntityFrameworkCore;
using Objectives.Organization.Data;
using Objectives.Platform.Features;

namespace Objectives.Organization.Features;

/// <summary>People by name, number or address, units by name, code or duties, customers by name or code; those that are active first.</summary>
internal sealed class SearchOrganization(IDbContextFactory<OrganizationDb> dbs) : ISearchSource
{
    private const string People = "PERSON";
    private const string Units = "UNIT";
    private const string Customers = "CUSTOMER";

    public IReadOnlyList<string> Kinds => [People, Units, Customers];

    public async Task<SearchFindings> FindAsync(string text, string kind, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = kind switch
        {
            People => FindPeople(db, text.ToLowerInvariant()),
            Units => FindUnits(db, text.ToLowerInvariant()),
            _ => FindCustomers(db, text.ToLowerInvariant()),
        };
        var total = await found.CountAsync(cancellationToken);
        var rows = take == 0 || total <= skip
            ? []
            : await found.OrderByDescending(f => f.Active).ThenBy(f => f.Code).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new(total, rows.ConvertAll(row => new SearchHit(TypeOf(kind), row.Id, Search.SnippetOf($"{row.Code} {row.Name} {row.More}".Trim(), text))));
    }

    private static IQueryable<Found> FindPeople(OrganizationDb db, string text) => db.People
        .Where(p => p.Name.ToLower().Contains(text) || p.EmployeeNumber.ToLower().Contains(text) || p.Email.Contains(text))
        .Select(p => new Found { Id = p.Id.Value, Code = p.EmployeeNumber, Name = p.Name, More = p.Email, Active = p.Active });

    private static IQueryable<Found> FindUnits(OrganizationDb db, string text)
    {
        var duties = db.Responsibilities.Where(r => !r.Retired && r.Text.ToLower().Contains(text));
        return db.Units
            .Where(u => u.Name.ToLower().Contains(text) || u.Code.ToLower().Contains(text) || duties.Any(r => r.HolderId == (Guid)(object)u.Id))
            .Select(u => new Found
            {
                Id = u.Id.Value,
                Code = u.Code,
                Name = u.Name,
                More = duties.Where(r => r.HolderId == (Guid)(object)u.Id).OrderBy(r => r.Position).Select(r => r.Text).FirstOrDefault(),
                Active = u.Active,
            });
    }

    private static IQueryable<Found> FindCustomers(OrganizationDb db, string text) => db.Customers
        .Where(c => c.Name.ToLower().Contains(text) || c.Code.ToLower().Contains(text))
        .Select(c => new Found { Id = c.Id.Value, Code = c.Code, Name = c.Name, Active = c.Active });

    private static string TypeOf(string kind) => kind switch { People => "Person", Units => "Unit", _ => "Customer" };

    private sealed class Found
    {
        public required Guid Id { get; init; }

        public required string Code { get; init; }

        public required string Name { get; init; }

        public string? More { get; init; }

        public required bool Active { get; init; }
    }
}
