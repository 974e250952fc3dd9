using Microsoft.EntityFrameworkCore;
using Objectives.Development.Domain;
using Objectives.Platform.Data;

namespace Objectives.Development.Data;

internal sealed class DevelopmentDb(DbContextOptions<DevelopmentDb> options) : ModuleDb(options, DevelopmentModule.Instance)
{
    public DbSet<Competency> Competencies => Set<Competency>();
}
