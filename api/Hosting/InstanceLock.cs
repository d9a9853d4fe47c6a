namespace Mentoring.Api.Hosting;

/// <summary>An exclusive lock on a file. The kernel releases it when the process ends, however it ends.</summary>
public sealed class InstanceLock : IDisposable
{
    readonly FileStream _file;

    InstanceLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or answers null when another process holds it.</summary>
    public static InstanceLock? TryTake(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (IsHeldByAnother(failure))
        {
            return null;
        }
    }

    /// <summary>Takes the lock as soon as its holder lets go.</summary>
    public static async Task<InstanceLock> Wait(string path, CancellationToken ct)
    {
        while (true)
        {
            if (TryTake(path) is { } taken) return taken;
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    public void Dispose() => _file.Dispose();

    static bool IsHeldByAnother(IOException failure)
    {
        const int sharingViolationOnWindows = unchecked((int)0x80070020);
        const int wouldBlockOnLinux = 11;
        const int wouldBlockOnMac = 35;
        return failure.HResult is sharingViolationOnWindows or wouldBlockOnLinux or wouldBlockOnMac;
    }
}
