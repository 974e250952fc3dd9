using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Gateway.Hosting;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Demo;

namespace Objectives.Gateway.Demo;

/// <summary>With --demo: fills an empty database with the demo company, and goes on with the clock where it was last moved to.</summary>
internal sealed class DemoStart(IServiceScopeFactory scopes, IOptions<ProgramSettings> settings, Database database, DatabaseStart start, DemoClock demoClock)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!settings.Value.Demo)
            return;
        switch (await StateAsync(cancellationToken))
        {
            case DemoState.Unfinished:
                await StartAnewAsync(cancellationToken);
                await FillAsync(cancellationToken);
                break;
            case DemoState.None:
                await FillAsync(cancellationToken);
                break;
        }
        await demoClock.RestoreAsync(cancellationToken);
    }

    private async Task<DemoState> StateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoFiller>().StateAsync(cancellationToken);
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoFiller>().FillAsync(settings.Value.Scale, new ConsoleProgress(), cancellationToken);
    }

    /// <summary>A fill that was cut off is thrown away whole.</summary>
    private async Task StartAnewAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("The demo company was not filled to its end; it is made anew.");
        if (database.Kind == DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in (string[])["", "-wal", "-shm"])
                File.Delete(settings.Value.SqliteFile + suffix);
        }
        else
        {
            await using var schema = Migrations.SchemaContext.For(database);
            await schema.Database.EnsureDeletedAsync(cancellationToken);
        }
        await start.MigrateAsync(cancellationToken);
    }

    private sealed class ConsoleProgress : IDemoProgress
    {
        private readonly bool _line = !Console.IsOutputRedirected;
        private string _step = string.Empty;
        private long _last;

        public void Report(string step, int done, int total)
        {
            var now = Environment.TickCount64;
            if (done < total && step == _step && now - _last < (_line ? 100 : 5000))
                return;
            (_step, _last) = (step, now);
            if (_line)
                Console.Write($"\rDemo company: {step} {done:N0} of {total:N0}   {(done == total ? "\n" : string.Empty)}");
            else
                Console.WriteLine($"Demo company: {step} {done:N0} of {total:N0}");
        }
    }
}
