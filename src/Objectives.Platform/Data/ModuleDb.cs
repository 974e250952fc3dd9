using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Objectives.Contracts;
using Objectives.Platform.Modules;

namespace Objectives.Platform.Data;

/// <summary>
/// A module's view of the database: its own tables, and the platform's, which its transactions write too. Migrations composes all modules'
/// models into one; at run time each module knows its own alone.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, IModule module) : DbContext(options)
{
    private DatabaseKind? _kind;

    public DbSet<ChangeEntry> Changes => Set<ChangeEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    public DatabaseKind Kind => _kind ??= Data.Database.KindOf(Database.ProviderName);

    internal List<IIntegrationEvent> Announced { get; } = [];

    /// <summary>Tells what no aggregate of this transaction tells.</summary>
    public void Announce(IIntegrationEvent @event) => Announced.Add(@event);

    /// <summary>A module's own rows that follow from a change, such as an objective's versions, written in the same transaction.</summary>
    protected internal virtual Task BeforeCommitAsync(IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Values(configurationBuilder, Kind);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ModelConventions.PlatformTables(modelBuilder);
        if (module is not PlatformModule)
            modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
        ModelConventions.Tables(modelBuilder, Kind, t => t.Assembly == module.GetType().Assembly ? module.Schema : ModelConventions.PlatformSchema);
    }
}
