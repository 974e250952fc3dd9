using Microsoft.EntityFrameworkCore;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Data;

internal sealed class ExecutionMonitoringDb(DbContextOptions<ExecutionMonitoringDb> options) : ModuleDb(options, ExecutionMonitoringModule.Instance)
{
    public DbSet<Actual> Actuals => Set<Actual>();
}
