// Replaced by the generator.
namespace Objectives.Platform.Demo;
public enum DemoState { None, Unfinished, Done }
public interface IDemoProgress { void Report(string step, int done, int total); }
public sealed class DemoFiller {
  public static IReadOnlyList<object> Personas => [];
  public Task<DemoState> StateAsync(CancellationToken c) => Task.FromResult(DemoState.Done);
  public Task FillAsync(int scale, IDemoProgress p, CancellationToken c) => Task.CompletedTask;
}
