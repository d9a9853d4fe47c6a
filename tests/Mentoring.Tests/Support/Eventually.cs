namespace Mentoring.Tests.Support;

/// <summary>For what other processes bring about: looks again and again.</summary>
public static class Eventually
{
    /// <summary>The minute that the product promises, and half of one for a busy machine.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1.5);

    public static async Task Holds(Func<Task<bool>> fact, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await fact())
        {
            Assert.That(limit.IsCancellationRequested, Is.False, $"not in time: {what}");
            await Task.Delay(250);
        }
    }
}
