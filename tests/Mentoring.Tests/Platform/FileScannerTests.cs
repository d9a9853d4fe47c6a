using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mentoring.Api.Platform;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Platform;

/// <summary>ClamAV's daemon is played by a socket that speaks its INSTREAM command.</summary>
[Category("Quick")]
public sealed class FileScannerTests
{
    static async Task<(ScanVerdict Verdict, byte[] Received)> Scan(byte[] content, string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var daemon = Play(listener, answer);
        var scanner = new ClamAv("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, NullLogger<ClamAv>.Instance);
        var verdict = await scanner.Scan(content, default);
        return (verdict, await daemon);
    }

    static async Task<byte[]> Play(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var command = new byte[10];
        await stream.ReadExactlyAsync(command);
        Assert.That(Encoding.ASCII.GetString(command), Is.EqualTo("zINSTREAM\0"));
        using var received = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var size = BinaryPrimitives.ReadInt32BigEndian(length);
            if (size == 0) break;
            var chunk = new byte[size];
            await stream.ReadExactlyAsync(chunk);
            received.Write(chunk);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"));
        return received.ToArray();
    }

    [TestCase("stream: OK", ScanVerdict.Clean)]
    [TestCase("stream: Eicar-Test-Signature FOUND", ScanVerdict.Infected)]
    public async Task The_whole_file_is_sent_in_pieces_and_the_answer_is_understood(string answer, ScanVerdict expected)
    {
        var content = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();
        var (verdict, received) = await Scan(content, answer);
        Assert.That(verdict, Is.EqualTo(expected));
        Assert.That(received, Is.EqualTo(content));
    }

    [Test]
    public void Without_a_clear_answer_no_file_is_taken()
    {
        Assert.That(async () => await Scan([1, 2, 3], "INSTREAM size limit exceeded. ERROR"), Throws.TypeOf<Unavailable>());
        Assert.That(async () => await Scan([1, 2, 3], ""), Throws.TypeOf<Unavailable>(), "gone without a word");
        var nobody = new ClamAv("127.0.0.1", 1, NullLogger<ClamAv>.Instance);
        Assert.That(async () => await nobody.Scan([1], default), Throws.TypeOf<Unavailable>());
    }
}
