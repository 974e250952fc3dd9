using System.Collections.Concurrent;
using Objectives.Platform.Data;

namespace Objectives.UnitTests.Platform;

/// <summary>What several requests ask at the same time is asked of the database once, and nobody is answered from what was read before he asked.</summary>
public sealed class SharedReadingTests
{
    private readonly ConcurrentQueue<Asked> _asked = [];
    private readonly SharedReading<int, string> _reading;

    public SharedReadingTests() => _reading = new(keys =>
    {
        var asked = new Asked(keys);
        _asked.Enqueue(asked);
        return asked.Answer.Task;
    });

    [Fact]
    public async Task Those_who_ask_during_a_statement_go_together_into_the_next()
    {
        var first = FindAsync(1);
        Task<string?>[] others = [FindAsync(2), FindAsync(1), FindAsync(2), FindAsync(9)];
        (await NthAsync(1)).Keys.ShouldBe([1]);
        _asked.Count.ShouldBe(1);

        await AnswerAsync(1, (1, "old"));
        (await first).ShouldBe("old");
        (await NthAsync(2)).Keys.ShouldBe([2, 1, 9]);
        others.ShouldAllBe(o => !o.IsCompleted);
        await AnswerAsync(2, (1, "new"), (2, "two"));
        (await Task.WhenAll(others)).ShouldBe(["two", "new", "two", null]);
        _asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_asks_alone_is_not_kept_waiting()
    {
        foreach (var nth in new[] { 1, 2 })
        {
            var alone = FindAsync(nth);
            (await NthAsync(nth)).Keys.ShouldBe([nth]);
            await AnswerAsync(nth, (nth, "there"));
            (await alone).ShouldBe("there");
        }
    }

    [Fact]
    public async Task A_statement_that_fails_fails_those_who_asked_by_it_and_nobody_else()
    {
        var (first, second, third) = (FindAsync(1), FindAsync(2), FindAsync(3));
        (await NthAsync(1)).Answer.SetException(new InvalidOperationException("away"));
        (await Should.ThrowAsync<InvalidOperationException>(first)).Message.ShouldBe("away");
        (await NthAsync(2)).Keys.ShouldBe([2, 3]);
        await AnswerAsync(2, (2, "two"), (3, "three"));
        (await Task.WhenAll(second, third)).ShouldBe(["two", "three"]);
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_others_their_answer()
    {
        using var ended = new CancellationTokenSource();
        var first = FindAsync(1);
        var (staying, leaving) = (FindAsync(2), _reading.FindAsync(3, ended.Token));
        await ended.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(leaving);
        await AnswerAsync(1);
        await AnswerAsync(2, (2, "two"));
        (await first).ShouldBeNull();
        (await staying).ShouldBe("two");
    }

    private Task<string?> FindAsync(int key) => _reading.FindAsync(key, TestContext.Current.CancellationToken);

    private async Task<Asked> NthAsync(int nth)
    {
        while (_asked.Count < nth)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        return _asked.ElementAt(nth - 1);
    }

    private async Task AnswerAsync(int nth, params (int Key, string Value)[] found) => (await NthAsync(nth)).Answer.SetResult(found.ToDictionary(f => f.Key, f => f.Value));

    private sealed record Asked(IReadOnlyList<int> Keys)
    {
        public TaskCompletionSource<IReadOnlyDictionary<int, string>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
