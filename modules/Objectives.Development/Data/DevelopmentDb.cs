using Microsoft.EntityFrameworkCore;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.Data;

namespace Objectives.Development.Data;

internal sealed class DevelopmentDb(DbContextOptions<DevelopmentDb> options) : ModuleDb(options, DevelopmentModule.Instance)
{
    public DbSet<Competency> Competencies => Set<Competency>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CoursePrerequisite> CoursePrerequisites => Set<CoursePrerequisite>();

    public DbSet<CatalogueStamp> CatalogueStamps => Set<CatalogueStamp>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<ObjectiveNeeds> ObjectiveNeeds => Set<ObjectiveNeeds>();

    public DbSet<NeededCompetency> NeededCompetencies => Set<NeededCompetency>();

    public DbSet<DevelopmentPlan> DevelopmentPlans => Set<DevelopmentPlan>();

    public DbSet<DevelopmentItem> DevelopmentItems => Set<DevelopmentItem>();

    public DbSet<Readiness> Readiness => Set<Readiness>();

    /// <summary>Until the transaction ends nobody else changes the catalogue.</summary>
    public async Task HoldCatalogueAsync(CancellationToken cancellationToken)
        => await CatalogueStamps.ExecuteUpdateAsync(s => s.SetProperty(x => x.Number, x => x.Number + 1), cancellationToken);
}
