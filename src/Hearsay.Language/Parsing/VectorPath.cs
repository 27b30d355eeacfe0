using System.Runtime.Intrinsics;

namespace Hearsay.Language.Parsing;

/// <summary>
/// Which instructions the kernels use. All three give the same bits: every output element is the same chain of
/// fused multiply–adds in the same order, whatever the width.
/// </summary>
internal enum VectorPath
{
    /// <summary>One float at a time.</summary>
    Scalar,

    /// <summary>8 floats at a time (AVX2 with FMA; two NEON registers on ARM).</summary>
    Vector256,

    /// <summary>16 floats at a time (AVX-512).</summary>
    Vector512,
}

/// <summary>The path for this processor, chosen once.</summary>
internal static class VectorPaths
{
    public static readonly VectorPath Best =
        Vector512.IsHardwareAccelerated ? VectorPath.Vector512
        : Vector128.IsHardwareAccelerated ? VectorPath.Vector256
        : VectorPath.Scalar;
}
