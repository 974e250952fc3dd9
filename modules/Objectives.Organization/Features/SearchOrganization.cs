using Microsoft.EntityFrameworkCore;
using Objectives.Organization.Data;
using Objectives.Organization.Features.Customers;
using Objectives.Organization.Features.People;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Organization.Features;

/// <summary>People by name, number or address, units by name, code or duties, customers by name or code; those that are active first.</summary>
internal sealed class SearchOrganization(IDbContextFactory<OrganizationDb> dbs) : ISearchSource
{
    private const string People = "PERSON";
    private const string Units = "UNIT";
    private const string Customers = "CUSTOMER";

    private static readonly Keyset<Found> Order = new Keyset<Found>().By(f => f.Left).By(f => f.Code);

    public IReadOnlyList<string> Kinds => [People, Units, Customers];

    public async Task<Page<SearchHit>> FindAsync(string text, string kind, PageRequest page, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (found, type) = kind switch
        {
            People => (FindPeople(db, text), "Person"),
            Units => (FindUnits(db, text), "Unit"),
            _ => (FindCustomers(db, text), "Customer"),
        };
        return (await Order.PageAsync(found, page, cancellationToken)).Select(f => new SearchHit(type, f.Id, Search.SnippetOf($"{f.Code} {f.Name} {f.More}".Trim(), text)));
    }

    private static IQueryable<Found> FindPeople(OrganizationDb db, string text) => db.People.Saying(text, PeopleFoundHandler.Says)
        .Select(p => new Found(p.Id.Value, p.EmployeeNumber, p.Name, p.Email, p.Active ? 0 : 1));

    /// <summary>With a duty that says the first word.</summary>
    private static IQueryable<Found> FindUnits(OrganizationDb db, string text)
    {
        var duties = db.Responsibilities.Where(r => !r.Retired);
        var shown = Words.Of(text) is [var first, ..] ? duties.Where(r => r.Text.ToLower().Contains(first)) : duties;
        return db.Units
            .Saying(text, word => u => u.Name.ToLower().Contains(word) || u.Code.ToLower().Contains(word) || duties.Any(r => r.HolderId == (Guid)(object)u.Id && r.Text.ToLower().Contains(word)))
            .Select(u => new Found(u.Id.Value, u.Code, u.Name, shown.Where(r => r.HolderId == (Guid)(object)u.Id).OrderBy(r => r.Position).Select(r => r.Text).FirstOrDefault(), u.Active ? 0 : 1));
    }

    private static IQueryable<Found> FindCustomers(OrganizationDb db, string text) => db.Customers.Saying(text, ListCustomers.Says)
        .Select(c => new Found(c.Id.Value, c.Code, c.Name, null, c.Active ? 0 : 1));

    private sealed record Found(Guid Id, string Code, string Name, string? More, int Left);
}
