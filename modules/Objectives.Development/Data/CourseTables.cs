using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Data;

namespace Objectives.Development.Data;

internal sealed class CourseTable : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses").HasKey(c => c.Id);
        builder.Property(c => c.Code).HasMaxLength(Course.MaxCodeLength).HasAnnotation(ModelConventions.Bytewise, true);
        builder.Property(c => c.Title).HasMaxLength(Course.MaxTextLength);
        builder.Property(c => c.Provider).HasMaxLength(Course.MaxTextLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.CompetencyId);
        builder.HasOne<Competency>().WithMany().HasForeignKey(c => c.CompetencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CoursePrerequisiteTable : IEntityTypeConfiguration<CoursePrerequisite>
{
    public void Configure(EntityTypeBuilder<CoursePrerequisite> builder)
    {
        builder.ToTable("course_prerequisites").HasKey(p => p.Id);
        builder.HasIndex(p => new { p.CourseId, p.PrerequisiteId }).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(p => p.CourseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Course>().WithMany().HasForeignKey(p => p.PrerequisiteId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CatalogueStampTable : IEntityTypeConfiguration<CatalogueStamp>
{
    public void Configure(EntityTypeBuilder<CatalogueStamp> builder)
    {
        builder.ToTable("catalogue_stamps").HasKey(s => s.Id);
        builder.HasData(new CatalogueStamp { Id = CatalogueStamp.Only, Number = 1 });
    }
}
