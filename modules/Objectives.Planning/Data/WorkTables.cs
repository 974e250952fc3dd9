using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;

namespace Objectives.Planning.Data;

internal sealed class WorkItemTable : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work_items").HasKey(w => w.Id);
        builder.Ignore(w => w.Done);
        builder.Property(w => w.Title).HasMaxLength(WorkItem.MaxTitleLength);
        builder.HasIndex(w => w.ObjectiveId);
        builder.HasIndex(w => w.OwnerId);
        builder.HasOne<Objective>().WithMany().HasForeignKey(w => w.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ProjectTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects").HasKey(p => p.Id);
        builder.Ignore(p => p.Milestones);
        builder.Property(p => p.Name).HasMaxLength(Project.MaxNameLength);
        builder.HasIndex(p => p.ObjectiveId).IsUnique();
        builder.HasOne<Objective>().WithMany().HasForeignKey(p => p.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones").HasKey(m => m.Id);
        builder.Ignore(m => m.Root);
        builder.Ignore(m => m.WaitsFor);
        builder.Ignore(m => m.IsComplete);
        builder.Property(m => m.Name).HasMaxLength(Milestone.MaxNameLength);
        builder.HasIndex(m => m.ProjectId);
        builder.HasIndex(m => m.ObjectiveId);
        builder.HasIndex(m => m.OwnerId);
        builder.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal static class ProjectReading
{
    /// <summary>An objective's project with its milestones, to be changed. The project's row comes first: whatever changes afterwards is met by its version.</summary>
    public static async Task<Project?> ProjectAsync(this PlanningDb db, ObjectiveId objectiveId, CancellationToken cancellationToken)
    {
        var project = await db.Projects.SingleOrDefaultAsync(p => p.ObjectiveId == objectiveId, cancellationToken);
        return project?.With(await db.Milestones.Where(m => m.ProjectId == project.Id).ToListAsync(cancellationToken));
    }

    /// <summary>The project of a milestone.</summary>
    public static async Task<Project?> ProjectAsync(this PlanningDb db, MilestoneId milestoneId, CancellationToken cancellationToken)
        => await db.Milestones.Where(m => m.Id == milestoneId).Select(m => (ObjectiveId?)m.ObjectiveId).SingleOrDefaultAsync(cancellationToken) is { } objective
            ? await db.ProjectAsync(objective, cancellationToken)
            : null;
}
