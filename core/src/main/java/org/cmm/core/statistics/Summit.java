package org.cmm.core.statistics;

import org.cmm.core.statistics.Likelihood.Point;

/** Climbs a likelihood by Newton's steps, each halved until it leads up; uphill where the ground is not rounded. */
final class Summit {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double ENOUGH = 1e-10;

    private Summit() {}

    /** From a start over both parameters. */
    static Point of(Likelihood likelihood, double a, double b) {
        Point point = likelihood.at(a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double determinant = point.aa() * point.bb() - point.ab() * point.ab();
            boolean rounded = point.isRounded();
            double stepA = rounded
                    ? (point.ab() * point.byB() - point.bb() * point.byA()) / determinant
                    : point.byA() / (1 + Math.abs(point.aa()));
            double stepB = rounded
                    ? (point.ab() * point.byA() - point.aa() * point.byB()) / determinant
                    : point.byB() / (1 + Math.abs(point.bb()));
            Point next = along(likelihood, point, stepA, stepB);
            boolean there = Math.abs(next.a() - point.a()) <= ENOUGH * (1 + Math.abs(point.a()))
                    && Math.abs(next.b() - point.b()) <= ENOUGH * point.b();
            point = next;
            if (there) {
                break;
            }
        }
        return point;
    }

    /** Over {@code a} alone. */
    static Point ofA(Likelihood likelihood, double a, double b) {
        Point point = likelihood.at(a, b);
        for (int step = 0; step < MOST_STEPS; step++) {
            double stepA = point.aa() < 0 ? -point.byA() / point.aa() : point.byA();
            Point next = along(likelihood, point, stepA, 0);
            boolean there = Math.abs(next.a() - point.a()) <= ENOUGH * (1 + Math.abs(point.a()));
            point = next;
            if (there) {
                break;
            }
        }
        return point;
    }

    private static Point along(Likelihood likelihood, Point from, double stepA, double stepB) {
        double length = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double a = from.a() + length * stepA;
            double b = from.b() + length * stepB;
            Point next = b > 0 ? likelihood.at(a, b) : from;
            if (b > 0 && next.value() >= from.value()) {
                return next;
            }
            length /= 2;
        }
        return from;
    }
}
