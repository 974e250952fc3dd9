using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Migrations;
using Objectives.Platform.Data;
using Objectives.Platform.Modules;

namespace Objectives.IntegrationTests.Databases;

/// <summary>
/// Has every query and every change that a program on SQLite makes written for SQL Server too, as EF would send it there, and parses the text. What SQL Server
/// could not be asked fails the request that asked it, and so its test.
/// </summary>
public sealed class SqlServerMirror : SaveChangesInterceptor, IQueryExpressionInterceptor, IDbCommandInterceptor
{
    /// <summary>One for all programs, since each other one would have EF build everything anew.</summary>
    public static readonly SqlServerMirror Instance = new();

    private static readonly ServiceProvider Services = BuildServices();
    private static readonly MethodInfo CompileMethod = typeof(SqlServerMirror).GetMethod(nameof(CompileAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<string, bool> Written = [];
    private static readonly ConcurrentDictionary<string, bool> Shapes = [];

    private SqlServerMirror()
    {
    }

    /// <summary>Each different text once.</summary>
    public static ICollection<string> Statements => Written.Keys;

    /// <summary>Called once for each shape of query.</summary>
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is ModuleDb)
            MirrorQueryAsync(eventData.Context.GetType(), queryExpression).GetAwaiter().GetResult();
        return queryExpression;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDb)
            await MirrorChangesAsync(eventData.Context);
        return result;
    }

    /// <summary>Statements that are written by hand are written for all databases alike, but for SQLite's own settings.</summary>
    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.ExecuteSqlRaw && !command.CommandText.StartsWith("PRAGMA", StringComparison.Ordinal))
            Keep(command.CommandText);
        return new(result);
    }

    internal static async Task MirrorQueryAsync(Type contextType, Expression query)
    {
        await using var db = ContextOf(contextType);
        var model = new ModelOf(db.Model);
        var here = model.Visit(query);
        if (model.HasForeign)
            return;
        var rows = here.Type.GetInterfaces().Prepend(here.Type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var result = rows is null ? typeof(Task<>).MakeGenericType(here.Type) : typeof(IAsyncEnumerable<>).MakeGenericType(rows.GetGenericArguments());
        await (Task)CompileMethod.MakeGenericMethod(result).Invoke(null, [db, here])!;
    }

    private static async Task CompileAsync<TResult>(DbContext db, Expression query)
    {
        var execute = db.GetService<IQueryCompilationContextFactory>().Create(async: true).CreateQueryExecutor<TResult>(query);
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in ParametersOf.Find(query))
            context.Parameters[parameter.Name] = Example(parameter.Type);
        var sent = Sink.Sent;
        try
        {
            switch (execute(context))
            {
                case Task task:
                    await task;
                    break;
                case { } rows:
                    var enumerator = rows.GetType().GetInterfaces().First(i => i.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)).GetMethod("GetAsyncEnumerator")!.Invoke(rows, [CancellationToken.None])!;
                    await (ValueTask<bool>)enumerator.GetType().GetInterfaces().First(i => i.Name.StartsWith("IAsyncEnumerator", StringComparison.Ordinal)).GetMethod("MoveNextAsync")!.Invoke(enumerator, null)!;
                    await ((IAsyncDisposable)enumerator).DisposeAsync();
                    break;
            }
        }
        catch (Exception) when (Sink.Sent > sent)
        {
            // The answer of no server makes no result; the statement was sent.
        }
        Sink.Sent.ShouldBeGreaterThan(sent, "Nothing was sent to SQL Server.");
    }

    private static async Task MirrorChangesAsync(DbContext source)
    {
        var changed = source.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).DistinctBy(e => (e.Metadata, e.State)).ToList();
        if (!Shapes.TryAdd(string.Join(' ', changed.Select(e => $"{e.Metadata.Name} {e.State} {string.Join(',', e.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name))}")), true))
            return;
        await using var db = ContextOf(source.GetType());
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        foreach (var entry in changed)
        {
            var mirrored = db.Entry(entry.Entity);
            mirrored.State = entry.State == EntityState.Modified ? EntityState.Unchanged : entry.State;
            foreach (var property in entry.Properties.Where(p => p.IsModified))
                mirrored.Property(property.Metadata.Name).IsModified = true;
        }
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // No server says how many rows were changed.
        }
    }

    private static void Keep(string sql)
    {
        if (Written.TryAdd(sql, true))
            TransactSql.Parse(sql);
    }

    private static DbContext ContextOf(Type type)
    {
        var factory = Services.GetRequiredService(typeof(IDbContextFactory<>).MakeGenericType(type));
        return (DbContext)factory.GetType().GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDbContextFactory<>)).GetMethod("CreateDbContext")!.Invoke(factory, null)!;
    }

    private static ServiceProvider BuildServices()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPlatform(new(DatabaseKind.SqlServer, MigrationTests.Offline(DatabaseKind.SqlServer)), ProgramModules.All);
        services.AddSingleton<IInterceptor, Sink>();
        services.AddSingleton<IInterceptor, NoConnection>();
        return services.BuildServiceProvider();
    }

    /// <summary>Any value of a type will do: it is the text that counts. Lists have more than one, so that they are written as lists.</summary>
    private static object? Example(Type type)
    {
        if (type == typeof(string))
            return "x";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Example(value);
        var element = type.IsArray ? type.GetElementType() : type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (element is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        var items = Array.CreateInstance(element, 2);
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Example(element), i);
        return type.IsArray ? items : Activator.CreateInstance((type.IsInterface ? typeof(List<>).MakeGenericType(element) : type), items);
    }

    /// <summary>The same query over the tables of another database's model.</summary>
    private sealed class ModelOf(IModel model) : ExpressionVisitor
    {
        /// <summary>Whether it reads what no model holds: SQL of a test's own.</summary>
        public bool HasForeign { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is not EntityQueryRootExpression root)
                return node is QueryParameterExpression ? node : base.VisitExtension(node);
            if (model.FindEntityType(root.EntityType.Name) is { } known)
                return root.UpdateEntityType(known);
            HasForeign = true;
            return node;
        }
    }

    private sealed class ParametersOf : ExpressionVisitor
    {
        private readonly Dictionary<string, QueryParameterExpression> _found = [];

        public static IReadOnlyCollection<QueryParameterExpression> Find(Expression query)
        {
            var visitor = new ParametersOf();
            visitor.Visit(query);
            return visitor._found.Values;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is not QueryParameterExpression parameter)
                return base.VisitExtension(node);
            _found[parameter.Name] = parameter;
            return node;
        }
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
            => new(InterceptionResult.Suppress());
    }

    /// <summary>Where the statements go instead of to a server: each is parsed, and answered with nothing.</summary>
    private sealed class Sink : DbCommandInterceptor
    {
        private static readonly AsyncLocal<StrongCount?> Current = new();

        public static int Sent => (Current.Value ??= new()).Value;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return new(InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable().CreateDataReader()));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Take(command);
            return new(InterceptionResult<int>.SuppressWithResult(0));
        }

        private static void Take(DbCommand command)
        {
            Keep(command.CommandText);
            if (Current.Value is { } count)
                count.Value++;
        }

        private sealed class StrongCount
        {
            public int Value { get; set; }
        }
    }
}
