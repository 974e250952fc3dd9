namespace Objectives.Platform.Demo;

/// <summary>Writes one module's part of the demo company. Sources run in order, so that what others refer to is there first.</summary>
public interface IDemoSource
{
    int Order { get; }

    Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken);
}

/// <summary>Told how far a fill has come.</summary>
public interface IDemoProgress
{
    /// <param name="step">What is being written.</param>
    void Report(string step, int done, int total);
}
