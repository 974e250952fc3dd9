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
    private readonly List<IIntegrationEvent> _events = [];
    private DatabaseKind? _kind;

    public DbSet<ChangeEntry> Changes => Set<ChangeEntry>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    public DatabaseKind Kind => _kind ??= Data.Database.KindOf(Database.ProviderName);

    /// <summary>What this transaction tells other modules, beside what its aggregates raised; it is forgotten then.</summary>
    internal IReadOnlyList<IIntegrationEvent> TakeEvents()
    {
        var taken = _events.ToList();
        _events.Clear();
        return taken;
    }

    /// <summary>Tells the other modules, when the transaction is done, of what concerns no single aggregate. Before the rows are saved.</summary>
    public void Raise(IIntegrationEvent @event) => _events.Add(@event);

    /// <summary>Adds a row without looking for others that it leads to, which costs more than all else about adding it.</summary>
    public void AddAlone(object row) => Entry(row).State = EntityState.Added;

    /// <summary>A module's own rows that follow from a change, such as an objective's versions, written in the same transaction.</summary>
    protected internal virtual Task BeforeCommitAsync(IReadOnlyList<EntityEntry> changed, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Forgets what was tracked and what was to be told, so that the work can be done again.</summary>
    internal void Forget()
    {
        ChangeTracker.Clear();
        _events.Clear();
    }

    public override void Dispose()
    {
        _events.Clear(); // A pooled context is used again.
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        _events.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Values(configurationBuilder, Kind);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ModelConventions.PlatformTables(modelBuilder, Kind);
        if (module is not PlatformModule)
            modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
        ModelConventions.Tables(modelBuilder, Kind, t => t.Assembly == module.GetType().Assembly ? module.Schema : ModelConventions.PlatformSchema);
    }
}
