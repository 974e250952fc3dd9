using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Data;

internal sealed class PerformanceLinkageDb(DbContextOptions<PerformanceLinkageDb> options) : ModuleDb(options, PerformanceLinkageModule.Instance)
{
}
