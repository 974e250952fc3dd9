using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;

namespace Objectives.Organization.Data;

internal sealed class OrganizationDb(DbContextOptions<OrganizationDb> options) : ModuleDb(options, OrganizationModule.Instance)
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<HolidayYear> HolidayYears => Set<HolidayYear>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Position> Positions => Set<Position>();

    public DbSet<Responsibility> Responsibilities => Set<Responsibility>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccessToken> AccessTokens => Set<AccessToken>();

    public DbSet<Password> Passwords => Set<Password>();

    public DbSet<FailedSignIns> FailedSignIns => Set<FailedSignIns>();

    public DbSet<StructureStamp> StructureStamps => Set<StructureStamp>();

    /// <summary>
    /// Takes the stamp's row, so that others who change people and units wait: what is read from now on stands until the transaction ends, and two moves
    /// that cross cannot close a circle.
    /// </summary>
    public async Task HoldStructureAsync(CancellationToken cancellationToken)
        => await StructureStamps.ExecuteUpdateAsync(s => s.SetProperty(x => x.Number, x => x.Number), cancellationToken);

    protected override async Task BeforeCommitAsync(IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changed.Any(e => e.Entity is Person or Unit))
            await StructureStamps.ExecuteUpdateAsync(s => s.SetProperty(x => x.Number, x => x.Number + 1), cancellationToken);
    }
}
