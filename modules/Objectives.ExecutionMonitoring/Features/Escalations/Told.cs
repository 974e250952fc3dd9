using Microsoft.EntityFrameworkCore;

namespace Objectives.ExecutionMonitoring.Features.Escalations;

/// <summary>Sees to it that two programs whose rounds meet do not both tell of the same.</summary>
internal static class Told
{
    /// <param name="marked">Rows that were found still untold when they were marked.</param>
    /// <param name="read">Rows that were read as untold just before.</param>
    /// <exception cref="DbUpdateConcurrencyException">Some were marked in between; the command is done again and leaves them out.</exception>
    public static void Once(int marked, int read)
    {
        if (marked != read)
            throw new DbUpdateConcurrencyException("Some of it was told, or settled, in between.");
    }
}
