using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        builder.Property(p => p.Name).HasMaxLength(Project.MaxNameLength);
        builder.HasIndex(p => p.ObjectiveId).IsUnique();
        builder.HasOne<Objective>().WithMany().HasForeignKey(p => p.ObjectiveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Milestones).WithOne().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Cascade);
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
    }
}
